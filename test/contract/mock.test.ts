import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root, runScript } from '../workspace.ts'

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
  expect(stderr).toContain('EADDRINUSE')
  expect(code).toBe(2)
})

test('a port that is none is refused', async () => {
  const { code, stderr } = await runScript('mock', ['--port', 'http'])
  expect(stderr).toContain('--port http is no port')
  expect(code).toBe(2)
})
