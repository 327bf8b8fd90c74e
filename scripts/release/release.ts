import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isVersion } from '../../src/diff/version/version-bump.ts'
import { isObject, objectAt, textAt } from '../../src/document/json.ts'
import { sectionsOf } from '../../src/document/revisions/changelog-sections.ts'
import { ours } from '../../src/generate/options.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { finished } from '../common/finished.ts'

/** What is to be released, and every place that says its version. */
export interface Release {
  readonly name: string
  readonly version: string
  readonly tag: string
  /** The commit that the tag will name. */
  readonly commit: string
  /** Place → the version that stands there; undefined where there is none. */
  readonly versions: Readonly<Record<string, string | undefined>>
  /** Whether package.json says which repository the package comes from. */
  readonly hasRepository: boolean
  /** The newest section of CHANGELOG.md, without its heading. */
  readonly notes: string
}

/**
 * Reads what the working tree says of its release.
 *
 * @throws {CannotRunError} when it is no package or no git repository
 */
export async function readRelease(): Promise<Release> {
  const manifest: unknown = JSON.parse(text('package.json'))
  const [name, version] = [textAt(manifest, 'name'), textAt(manifest, 'version')]
  if (name === undefined || version === undefined)
    throw new CannotRunError('package.json names no package and version.')
  const lock: unknown = JSON.parse(text('package-lock.json'))
  const [section] = sectionsOf(text('CHANGELOG.md'))
  return {
    name,
    version,
    tag: `v${version}`,
    commit: (await git('rev-parse', 'HEAD')).trim(),
    versions: {
      'package.json': version,
      'spec/openapi.yaml': textAt(objectAt(parse(text('spec/openapi.yaml')), 'info'), 'version'),
      'package-lock.json': textAt(objectAt(objectAt(lock, 'packages'), ''), 'version'),
      'CHANGELOG.md': section && isVersion(section.version) ? section.version : undefined,
    },
    hasRepository: isObject(manifest) && manifest.repository !== undefined,
    notes: section?.text ?? '',
  }
}

/**
 * Runs git in the repository and answers what it says.
 *
 * @throws {CannotRunError} when it fails
 */
export async function git(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await finished('git', args, { cwd: ours.root })
  if (code !== 0) throw new CannotRunError(`git ${args.join(' ')} ended with ${code}: ${stderr.trim()}`)
  return stdout
}

function text(file: string): string {
  return readFileSync(join(ours.root, file), 'utf8')
}
