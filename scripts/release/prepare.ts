import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { say } from '../../src/report/command.ts'
import { finished } from '../common/finished.ts'
import { npm } from '../common/tarball.ts'
import type { Release } from './release.ts'

/** What a release consists of; absolute paths. */
export interface ReleaseFiles {
  readonly tarball: string
  readonly checksum: string
  readonly sbom: string
  readonly notes: string
  /** Of the tarball, as the registry says it: `sha512-…`. */
  readonly integrity: string
}

/**
 * Makes the files of a release in `dist/release`, from the tarball that is given or else a fresh one.
 *
 * @throws {CannotRunError} when there is no such tarball or checksum, they differ, or it is another package or version
 */
export async function prepare(release: Release, given?: string): Promise<ReleaseFiles> {
  const folder = join(ours.root, 'dist/release')
  if (given !== undefined) await refuseOther(given, release)
  if (given === undefined) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const tarball = given === undefined ? await packedInto(folder) : copied(given, folder)
  const digest = createHash('sha512').update(readFileSync(tarball)).digest()
  const checksum = written(`${tarball}.sha512`, `${digest.toString('hex')}  ${basename(tarball)}\n`)
  const sbom = written(
    join(folder, 'sbom.cdx.json'),
    await npm(['sbom', '--package-lock-only', '--omit', 'dev', '--sbom-format', 'cyclonedx'], ours.root),
  )
  const notes = written(join(folder, 'notes.md'), `${release.notes}\n`)
  say(`The release is in ${folder}`)
  return { tarball, checksum, sbom, notes, integrity: `sha512-${digest.toString('base64')}` }
}

/** Under a name without the version, which a workflow can know. */
async function packedInto(folder: string): Promise<string> {
  await npm(['pack', '--pack-destination', folder], ours.root)
  const packed = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  if (packed[0] === undefined) throw new CannotRunError(`npm pack left no tarball in ${folder}.`)
  const tarball = join(folder, 'package.tgz')
  renameSync(join(folder, packed[0]), tarball)
  return tarball
}

/** The checksum beside the given tarball was made with the one that was tested: this has to be the same. */
function copied(given: string, folder: string): string {
  const copy = join(folder, basename(given))
  const tested = `${given}.sha512`
  const own = createHash('sha512').update(readFileSync(given)).digest('hex')
  if (!existsSync(tested)) throw new CannotRunError(`There is no ${tested}; npm run release makes it with the tarball.`)
  if (!readFileSync(tested, 'utf8').startsWith(own))
    throw new CannotRunError(`${given} is not what ${tested} says; take the tarball that was tested.`)
  if (resolve(given) !== resolve(copy)) copyFileSync(given, copy)
  return copy
}

async function refuseOther(tarball: string, { name, version }: Release): Promise<void> {
  if (!existsSync(tarball)) throw new CannotRunError(`There is no tarball ${tarball}; npm run release makes one.`)
  const { stdout } = await finished('tar', ['-xzOf', tarball, 'package/package.json'], { cwd: ours.root })
  const isOurs = new RegExp(`"name": "${name}",\\s+"version": "${version}"`).test(stdout)
  if (!isOurs) throw new CannotRunError(`${tarball} is not ${name} ${version}; npm run release makes one that is.`)
}

function written(file: string, text: string): string {
  writeFileSync(file, text)
  return file
}
