import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { textAt } from '../../document/json.ts'
import { shownPath } from '../../document/locations.ts'
import { sectionsOf } from '../../document/revisions/changelog-sections.ts'
import { newestFirst } from '../../document/revisions/version-order.ts'
import type { Finding, Location } from '../../report/finding.ts'
import type { RevisionFiles } from '../base-revision.ts'
import { isVersion } from './version-bump.ts'

/** What the next version has to be, and why. */
export interface RequiredVersion {
  readonly version: string
  /** What is compared with. */
  readonly since: string
}

/**
 * Where a version is named that is lower than it has to be: `info.version` of the document, package.json and CHANGELOG.md
 * beside the document or in the folder above, as far as they are there.
 */
export function missingVersions(revision: RevisionFiles, required: RequiredVersion): Finding[] {
  const { bundle, locate, spec } = revision
  const stated = textAt(bundle.info, 'version') ?? ''
  const fallback = { file: shownPath(spec), line: 1, pointer: '#/info/version' }
  return [
    ...lowVersion('info.version', stated, required, locate('#/info/version') ?? fallback),
    ...inPackage(spec, required),
    ...inChangelog(spec, required),
  ]
}

function lowVersion(what: string, stated: string, { version, since }: RequiredVersion, location: Location): Finding[] {
  if (isVersion(stated) && newestFirst(stated, version) <= 0) return []
  const message = `${what} is ${stated || 'missing'}; the changes since ${since} need ${version} or higher`
  return [{ id: 'version-not-raised', severity: 'error', message, location }]
}

function inPackage(spec: string, required: RequiredVersion): Finding[] {
  const file = nearest(spec, 'package.json')
  if (file === undefined) return []
  const text = readFileSync(file, 'utf8')
  const line = lineOf(text, /^\s*"version"\s*:/)
  const location = { file: shownPath(file), line, pointer: '#/version' }
  return lowVersion('the version of package.json', textAt(JSON.parse(text), 'version') ?? '', required, location)
}

function inChangelog(spec: string, { version, since }: RequiredVersion): Finding[] {
  const file = nearest(spec, 'CHANGELOG.md')
  if (file === undefined) return []
  const text = readFileSync(file, 'utf8')
  const versions = sectionsOf(text).map((section) => section.version)
  if (versions.some((one) => isVersion(one) && newestFirst(one, version) <= 0)) return []
  const message = `CHANGELOG.md has no section for ${version} or higher, which the changes since ${since} need`
  const location = { file: shownPath(file), line: lineOf(text, /^## /), pointer: '#' }
  return [{ id: 'version-not-raised', severity: 'error', message, location }]
}

function nearest(spec: string, name: string): string | undefined {
  const folder = dirname(spec)
  return [folder, dirname(folder)].map((place) => join(place, name)).find(existsSync)
}

function lineOf(text: string, line: RegExp): number {
  return text.split('\n').findIndex((one) => line.test(one)) + 1 || 1
}
