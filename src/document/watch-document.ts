import { type Dirent, existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { realPath } from './real-path.ts'

/** Stops watching. */
export type StopWatching = () => void

/**
 * Calls back once at the start and after every change below the document's folder, except in the folder that is
 * generated, in hidden folders and in `node_modules`. Changes that come together give one call, and a change that comes
 * during a call gives one more after it. When the folder goes, the nearest one above it is watched for its return.
 */
export function watchDocument(spec: string, out: string, changed: () => Promise<void>): StopWatching {
  const watchers = new Map<string, Watched>()
  let timer: NodeJS.Timeout | undefined
  let isRunning = false
  let again = false
  let isStopped = false

  const run = async () => {
    again = isRunning
    if (isRunning) return
    isRunning = true
    watchFolders()
    await changed()
    isRunning = false
    if (isStopped) return
    // What happened in a new folder before it was watched is seen by one more run.
    if (watchFolders() || again) await run()
  }
  const notice = () => {
    clearTimeout(timer)
    timer = setTimeout(run, settleMs)
  }
  const forget = (folder: string) => {
    watchers.get(folder)?.watcher.close()
    watchers.delete(folder)
  }
  // One watch for each folder: the recursive watch of Node loses files that an editor replaces by renaming.
  // Tells whether there was a new one, or one that went while it was looked at.
  const watchFolders = (): boolean => {
    let isNew = false
    const folders = new Set(watchedFolders(dirname(realPath(resolve(spec))), resolve(out)))
    for (const [folder, { inode }] of watchers) {
      if (!folders.has(folder) || inodeOf(folder) !== inode) forget(folder)
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue
      isNew = true
      const inode = inodeOf(folder)
      const watcher = watcherOf(folder, notice)
      if (!watcher || inode === undefined) watcher?.close()
      else watchers.set(folder, { watcher: watcher.on('error', () => forget(folder)), inode })
    }
    return isNew
  }
  void run()
  return () => {
    isStopped = true
    clearTimeout(timer)
    for (const folder of [...watchers.keys()]) forget(folder)
  }
}

interface Watched {
  readonly watcher: FSWatcher
  /** A folder that was replaced by another of its name has to be watched anew. */
  readonly inode: number
}

function inodeOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.ino
}

/** A folder may go after it was listed. */
function watcherOf(folder: string, notice: () => void): FSWatcher | undefined {
  try {
    return watch(folder, notice)
  } catch {
    return undefined
  }
}

/** Editors save in several steps; wait until they are through. */
const settleMs = 30

function watchedFolders(folder: string, except: string): string[] {
  return existsSync(folder) ? foldersBelow(folder, except) : [nearestAbove(folder)]
}

function nearestAbove(folder: string): string {
  const above = dirname(folder)
  return existsSync(above) ? above : nearestAbove(above)
}

function foldersBelow(folder: string, except: string): string[] {
  const inner = entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => join(folder, name))
    .filter((path) => path !== except)
  return [folder, ...inner.flatMap((path) => foldersBelow(path, except))]
}

/** A folder may go between two looks at it. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
