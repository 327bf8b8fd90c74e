import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { type ExitCode, say } from '../../src/report/command.ts'
import { type Finished, finished } from '../common/finished.ts'
import type { ReleaseFiles } from './prepare.ts'
import type { Release } from './release.ts'

type Command = readonly [string, ...string[]]

/** What a release runs, in this order. */
export function publishCommands({ tag, commit }: Release, files: ReleaseFiles): readonly [Command, Command] {
  const { tarball, checksum, sbom, notes } = files
  return [
    ['npm', 'publish', tarball, '--provenance', '--access', 'public'],
    [
      'gh',
      'release',
      'create',
      tag,
      '--target',
      commit,
      '--title',
      tag,
      '--notes-file',
      notes,
      tarball,
      checksum,
      sbom,
    ],
  ]
}

/**
 * Publishes the tarball, then makes the tag and the release. What an earlier run has done is left as it is.
 *
 * @throws {CannotRunError} when a command fails, with what is left to do; when the version is another tarball already
 */
export async function publish(release: Release, files: ReleaseFiles): Promise<ExitCode> {
  const [toRegistry, toHost] = publishCommands(release, files)
  const [isPublished, isReleased] = [await isOnRegistry(release, files), await isOnHost(release)]
  if (isPublished) say(`${release.name} ${release.version} is published already, with these bytes.`)
  else await done(toRegistry, 'Nothing was published.')
  if (isReleased) say(`The release ${release.tag} is there already.`)
  else
    await done(toHost, `${release.version} is published, the release ${release.tag} is not made: run the same again.`)
  return 0
}

async function isOnRegistry({ name, version }: Release, { integrity }: ReleaseFiles): Promise<boolean> {
  const asked = await ran(['npm', 'view', `${name}@${version}`, 'dist.integrity'])
  if (asked.code !== 0 && !asked.stderr.includes('E404'))
    throw new CannotRunError(`Nothing was published: npm cannot say whether ${version} exists:\n${asked.stderr}`)
  const there = asked.code === 0 ? asked.stdout.trim() : ''
  if (there !== '' && there !== integrity)
    throw new CannotRunError(`${name} ${version} is published with other bytes (${there}); raise the version.`)
  return there !== ''
}

async function isOnHost({ tag }: Release): Promise<boolean> {
  const asked = await ran(['gh', 'release', 'view', tag])
  if (asked.code !== 0 && !asked.stderr.includes('release not found'))
    throw new CannotRunError(`Nothing was done: gh cannot say whether the release ${tag} exists:\n${asked.stderr}`)
  return asked.code === 0
}

async function done(command: Command, left: string): Promise<void> {
  say(command.join(' '))
  const { code, stdout, stderr } = await ran(command)
  if (code !== 0) throw new CannotRunError(`${command[0]} ended with ${code}:\n${stderr}${stdout}\n${left}`)
}

async function ran([program, ...args]: Command): Promise<Finished> {
  try {
    return await finished(program, args, { cwd: ours.root, longestMs: 600_000 })
  } catch (cause) {
    throw new CannotRunError(`${program} cannot be started; install it first.`, { cause })
  }
}
