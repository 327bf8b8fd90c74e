import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { userFolder, userPath } from '../../src/report/user-folder.ts'
import { root } from '../workspace.ts'

function inEnvironment(more: Readonly<Record<string, string | undefined>>): void {
  const { env } = process
  onTestFinished(() => {
    process.env = env
  })
  process.env = { ...env, ...more }
}

const own = join(root, 'package.json')

test('under one of our npm scripts the user stands where npm was called', () => {
  inEnvironment({ npm_package_json: own, INIT_CWD: '/home/user' })
  expect(userFolder()).toBe('/home/user')
})

test.each([
  ['npm', { npm_package_json: undefined, INIT_CWD: undefined }],
  ['our own npm script', { npm_package_json: undefined, INIT_CWD: '/home/user' }],
  ['our own package', { npm_package_json: '/home/user/package.json', INIT_CWD: '/home/user' }],
  ['a folder that npm names', { npm_package_json: own, INIT_CWD: undefined }],
])('without %s the user stands where the process does', (_, environment) => {
  inEnvironment(environment)
  expect(userFolder()).toBe(process.cwd())
})

test.each([
  ['report.json', '/home/user/report.json'],
  ['../report.json', '/home/report.json'],
  ['/tmp/report.json', '/tmp/report.json'],
])('the path %s is meant from the folder of the user', (path, meant) => {
  inEnvironment({ npm_package_json: own, INIT_CWD: '/home/user' })
  expect(userPath(path)).toBe(meant)
})
