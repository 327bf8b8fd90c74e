import type { Change } from '../change.ts'

/** The part of a version that a change raises, by SemVer 2.0.0. */
export type Bump = 'major' | 'minor' | 'patch' | 'none'

/** What a set of changes asks of the next version. */
export function bumpFor(changes: readonly Change[], isSameText: boolean): Bump {
  if (changes.some(({ rating }) => rating === 'breaking')) return 'major'
  if (changes.length > 0) return 'minor'
  return isSameText ? 'none' : 'patch'
}

const version = /^(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/

/**
 * The lowest version that a release may have after another; undefined where that is no SemVer. Before 1.0.0 what breaks
 * raises the second number, and all else the third, as version ranges (`^0.1.0`) read it. After a pre-release (`1.0.0-rc.1`)
 * its own release is enough: that one promised nothing.
 */
export function nextVersion(before: string, bump: Bump): string | undefined {
  const match = version.exec(before)
  if (!match) return undefined
  const [major = 0, minor = 0, patch = 0] = match.slice(1, 4).map(Number)
  if (bump === 'none') return before
  if (match[4] !== undefined) return `${major}.${minor}.${patch}`
  const step = major > 0 ? bump : bump === 'major' ? 'minor' : 'patch'
  if (step === 'major') return `${major + 1}.0.0`
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

/** Whether a text is a version as SemVer writes it. */
export function isVersion(text: string): boolean {
  return version.test(text)
}
