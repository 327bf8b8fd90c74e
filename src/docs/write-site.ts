import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { generator } from './page-frame.ts'

/**
 * Writes the site so that no page is ever half there: each file is written beside its place and moved. Pages of operations
 * that an earlier build made and this one does not are removed; everything else in the folder is left alone.
 *
 * @throws {CannotRunError} when the folder holds somebody else's site, or cannot be written
 */
export async function writeSite(out: string, files: ReadonlyMap<string, string>): Promise<void> {
  const isOurs = await refuseForeignSite(out, files)
  try {
    for (const folder of new Set([...files.keys()].map((path) => dirname(join(out, path)))))
      await mkdir(folder, { recursive: true })
    for (const [path, text] of files) await placed(join(out, path), text)
    if (isOurs) await removeStrays(out, files)
  } catch (cause) {
    throw new CannotRunError(`Cannot write ${out}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

/** Whether an earlier build made the folder's site. The first page is the first to be written, and tells. */
async function refuseForeignSite(out: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  const about = await stat(out).catch(() => undefined)
  if (about && !about.isDirectory()) throw new CannotRunError(`${out} is no folder; choose another --out.`)
  if (await isOurPage(join(out, 'index.html'))) return true
  const present = [...files.keys()].filter((path) => existsSync(join(out, path)))
  if (present.length > 0)
    throw new CannotRunError(
      `${out} holds ${present.join(', ')}, and nothing shows that an earlier build made them; nothing was written. ` +
        'Choose another --out folder, or remove the files.',
    )
  return false
}

async function placed(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => undefined)
  if (before === text) return
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await writeFile(temporary, text)
    await rename(temporary, file)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Pages of operations that are no more, and other pages that this build leaves out. */
async function removeStrays(out: string, files: ReadonlyMap<string, string>): Promise<void> {
  const names = await readdir(join(out, 'operations')).catch(() => [])
  const pages = names.filter((name) => name.endsWith('.html')).map((name) => `operations/${name}`)
  const strays = await Promise.all(
    pages.map(async (path) => (!files.has(path) && (await isOurPage(join(out, path))) ? [path] : [])),
  )
  const texts = strays.flat().map((path) => path.replace(/html$/, 'md'))
  for (const path of [...strays.flat(), ...texts, 'changelog.html', 'redoc.html', 'try-it.js'])
    if (!files.has(path)) await rm(join(out, path), { force: true })
}

async function isOurPage(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.includes(`content="${generator}"`)
}
