import { expect, test } from 'vitest'
import { type Bump, isVersion, nextVersion } from '../../src/diff/version/version-bump.ts'

test.each<[string, Bump, string | undefined]>([
  ['1.2.3', 'major', '2.0.0'],
  ['1.2.3', 'minor', '1.3.0'],
  ['1.2.3', 'patch', '1.2.4'],
  ['1.2.3', 'none', '1.2.3'],
  ['0.1.0', 'major', '0.2.0'],
  ['0.1.0', 'minor', '0.1.1'],
  ['0.1.0', 'patch', '0.1.1'],
  ['1.0.0-rc.1', 'major', '1.0.0'],
  ['1.2.3+build.5', 'patch', '1.2.4'],
  ['v1', 'major', undefined],
  ['2026-05-06', 'patch', undefined],
])('after %s, what is %s needs %s', (before, bump, after) => {
  expect(nextVersion(before, bump)).toBe(after)
})

test('a version is what SemVer calls one', () => {
  expect(['1.2.3', '1.0.0-rc.1', '0.0.1+a'].filter((text) => !isVersion(text))).toEqual([])
  expect(['1.2', 'v1.2.3', '', '1.2.3.4'].filter(isVersion)).toEqual([])
})
