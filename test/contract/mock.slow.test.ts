import { spawn } from 'node:child_process'
import { readdirSync, watch } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root, runScript, temporaryFolder } from '../workspace.ts'

/** Starts `npm run mock` and resolves to the URL that it prints. */
async function mock(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'scripts/mock.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  )
  return { url, child, ended }
}

test('the mock listens on 127.0.0.1, answers from the document, and stops when it is interrupted', async () => {
  const { url, child, ended } = await mock('--port', '0')
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const response = await fetch(`${url}/v1alpha1/inference/gateways/parameters`, {
    headers: { authorization: 'Bearer t' },
  })
  expect(await response.json()).toEqual({ zones: ['US-EAST-04A'] })
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  await expect(fetch(url)).rejects.toThrow()
})

test('a port that is taken is exit code 2', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { code, stderr } = await runScript('mock', ['--port', String(port)])
  expect(stderr).toBe(`Prism ended before it listened: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`)
  expect(code).toBe(2)
})

test('a mock that is interrupted before it listens leaves nothing behind', async () => {
  const TMPDIR = temporaryFolder()
  const appeared = new Promise<void>((resolve) => watch(TMPDIR, () => resolve()))
  const child = spawn(process.execPath, [join(root, 'scripts/mock.ts'), '--port', '0'], {
    env: { ...process.env, TMPDIR },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  await appeared
  child.kill('SIGINT')
  expect(await closed).toBe(130)
  expect(readdirSync(TMPDIR)).toEqual([])
})

test('a document that Prism cannot load is refused with its reason alone', async () => {
  const { code, stderr } = await runScript('mock', ['--spec', 'test/fixtures/documents/short-forms/openapi.yaml'])
  expect(stderr).toMatch(/^Prism ended before it listened: [\s\S]*nowhere/)
  expect(stderr).not.toContain('Positionals')
  expect(code).toBe(2)
})

test('a port that is none is refused', async () => {
  const { code, stderr } = await runScript('mock', ['--port', 'http'])
  expect(stderr).toContain('--port http is no port')
  expect(code).toBe(2)
})
