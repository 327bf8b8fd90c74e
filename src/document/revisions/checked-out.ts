import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { git } from './git.ts'

/** The document's folder as it was in a revision, in a folder of our own; what is returned is the document's file there. */
export async function checkedOut(spec: string, revision: string, folder: string): Promise<string> {
  const source = dirname(spec)
  const files =
    (await git(source, 'ls-tree', '-r', '-z', '--name-only', revision, '.'))?.split('\0').filter(Boolean) ?? []
  await Promise.all(
    files.map(async (file) => {
      const place = join(folder, file)
      const text = await git(source, 'show', `${revision}:./${file}`)
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, text ?? '')
    }),
  )
  return join(folder, basename(spec))
}
