import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Stops watching. */
export type StopWatching = () => void

/**
 * Calls back once at the start and after every change below the document's folder, except in the folder that is generated, in hidden
 * folders and in `node_modules`. Changes that come together give one call, and a change that comes during a call
 * gives one more after it.
 */
export function watchDocument(spec: string, out: string, changed: () => Promise<void>): StopWatching {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  let again = false

  const run = async () => {
    again = isRunning
    if (isRunning) return
    isRunning = true
    await changed()
    isRunning = false
    watchFolders()
    if (again) await run()
  }
  const notice = () => {
    clearTimeout(timer)
    timer = setTimeout(run, settleMs)
  }
  // One watch for each folder: the recursive watch of Node loses files that an editor replaces by renaming.
  const watchFolders = () => {
    for (const folder of foldersBelow(dirname(resolve(spec)), resolve(out))) {
      if (!watchers.has(folder))
        watchers.set(
          folder,
          watch(folder, notice).on('error', () => watchers.delete(folder)),
        )
    }
  }
  watchFolders()
  void run()
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers.values()) watcher.close()
  }
}

/** Editors save in several steps; wait until they are through. */
const settleMs = 30

function foldersBelow(folder: string, except: string): string[] {
  const inner = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => join(folder, name))
    .filter((path) => path !== except)
  return [folder, ...inner.flatMap((path) => foldersBelow(path, except))]
}
