import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ours } from '../../src/generate/options.ts'
import { finished } from '../common/finished.ts'
import { git, type Release } from './release.ts'

/** Why a release must not be made, and what only a real one minds. */
export interface Obstacles {
  readonly findings: readonly string[]
  readonly warnings: readonly string[]
}

/**
 * Looks for everything that stands in the way, before anything is made.
 *
 * @throws {CannotRunError} when git cannot be asked
 */
export async function obstacles(release: Release, isReal: boolean): Promise<Obstacles> {
  const [tagged, changed, version] = await Promise.all([
    taggedElsewhere(release, isReal),
    git('status', '--porcelain'),
    versionObstacle(),
  ])
  const unclean = changed === '' ? [] : [`the working tree has changes that no commit holds:\n${changed.trimEnd()}`]
  const local = [...unclean, ...nameless(release)]
  return {
    findings: [...versionsApart(release), ...emptyNotes(release), ...tagged, ...version, ...(isReal ? local : [])],
    warnings: isReal ? [] : local,
  }
}

function versionsApart({ version, versions }: Release): string[] {
  return Object.entries(versions)
    .filter(([, own]) => own !== version)
    .map(
      ([place, own]) => `${place} says ${own ?? 'no version'}, package.json says ${version}; write the same into both.`,
    )
}

/** Provenance says which repository a package comes from, and is refused when the package says something else. */
function nameless({ hasRepository }: Release): string[] {
  return hasRepository ? [] : ['package.json names no repository, and provenance is checked against it; add it.']
}

function emptyNotes({ notes, version }: Release): string[] {
  return notes === '' ? [`CHANGELOG.md has nothing to say about ${version}; add a line for each change.`] : []
}

/** A real release that broke off may have made the tag already, on this very commit. */
async function taggedElsewhere({ tag, commit }: Release, isReal: boolean): Promise<string[]> {
  const tagged = await git(
    'tag',
    '--list',
    tag,
    '--format',
    '%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)',
  )
  if (tagged.trim() === '' || (isReal && tagged.trim() === commit)) return []
  return [`the tag ${tag} exists already; raise the version.`]
}

async function versionObstacle(): Promise<string[]> {
  const script = join(ours.root, 'scripts/diff.ts')
  if (!existsSync(script)) return []
  const { code, stdout, stderr } = await finished(process.execPath, [script, '--check-version'], { cwd: ours.root })
  return code === 0 ? [] : [`the version does not fit the changes of the document:\n${`${stdout}${stderr}`.trim()}`]
}
