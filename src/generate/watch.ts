import { type FSWatcher, watch } from 'node:fs'
import { dirname } from 'node:path'

/** Stops watching. */
export type StopWatching = () => void

/**
 * Calls back after every change below the document's folder; changes that come together give one call, and a
 * change that comes during a call gives one more after it.
 */
export function watchDocument(spec: string, changed: () => Promise<void>): StopWatching {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false

  const run = async () => {
    if (running) {
      again = true
      return
    }
    running = changed()
    await running
    running = undefined
    if (!again) return
    again = false
    await run()
  }
  const watcher: FSWatcher = watch(dirname(spec), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), settleMs)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}

/** Editors save in several steps; wait until they are through. */
const settleMs = 30
