import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root, runScript } from '../workspace.ts'

/** Starts `npm run sandbox` and resolves to the URL that it prints. */
async function sandbox(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'scripts/sandbox.ts'), '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let talk = ''
  child.stderr.on('data', (chunk) => {
    talk += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const output = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))))
  return { url: output.trim(), output, child, ended, talk: () => talk }
}

test('the sandbox prints its base URL alone, serves, and stops when it is interrupted', async () => {
  const { url, output, child, ended, talk } = await sandbox()
  expect(output).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/)
  const headers = { authorization: 'Bearer t' }
  const response = await fetch(`${url}/v1alpha1/inference/gateways/parameters`, { headers })
  expect(await response.json()).toEqual({ zones: ['US-EAST-04A'] })
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(talk()).toBe('The sandbox has stopped.\n')
})

test.each([
  [['--port', '65536'], '--port 65536 does not work; use a whole number from 0 to 65535.\n'],
  [['--ready-after', '1.5'], '--ready-after 1.5 does not work; use a whole number from 0 to 2147483647.\n'],
  [['--token', ''], '--token needs a token without spaces.\n'],
  [['--file', root], `--file ${root} cannot be used: unable to open database file\n`],
])('a bad option is exit code 2 with its reason: %j', async (args, reason) => {
  expect(await runScript('sandbox', args)).toEqual({ code: 2, stdout: '', stderr: reason })
})
