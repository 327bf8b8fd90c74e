import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { faultForms } from '../../src/sandbox/faults.ts'
import { idSource } from '../../src/sandbox/ids.ts'
import { sqliteStore } from '../../src/sandbox/store.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'
import { gateways, simple, without } from './service.ts'

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
  const response = await fetch(`${url}${gateways}/parameters`, { headers })
  expect(await response.json()).toEqual({ zones: ['US-EAST-04A'] })
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(talk()).toBe('The sandbox has stopped.\n')
})

const badOptions: readonly [string[], string][] = [
  [['--port', '65536'], '--port 65536 does not work; use a whole number from 0 to 65535.'],
  [['--ready-after', '1.5'], '--ready-after 1.5 does not work; use a whole number from 0 to 2147483647.'],
  [['--token', ''], '--token needs a token without spaces.'],
  [['--seed', 'x'], '--seed x does not work; use a whole number from 0 to 2147483647.'],
  [['--latency=-1'], '--latency -1 does not work; use a whole number from 0 to 2147483647.'],
  [['--fault', 'nonsense'], `--fault nonsense does not work; use ${faultForms}.`],
  [['--file', root], `--file ${root} cannot be used: unable to open database file`],
]

test('a bad option is exit code 2 with its reason', async () => {
  const results = badOptions.map(async ([args, reason]) => {
    expect(await runScript('sandbox', args)).toEqual({ code: 2, stdout: '', stderr: `${reason}\n` })
  })
  await Promise.all(results)
})

test('a port that is taken is exit code 2', async () => {
  const { url } = await sandbox()
  const port = new URL(url).port
  expect(await runScript('sandbox', ['--port', port])).toEqual({
    code: 2,
    stdout: '',
    stderr: `The sandbox cannot listen: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
  })
})

test('flags choose the token, the ids, the time that things take, and what goes wrong', async () => {
  const { url } = await sandbox('--token', 'right', '--seed', '7', '--ready-after', '0', '--latency', '30')
  const create = async (token: string, fault = 'latency=0') => {
    const body = JSON.stringify(without(simple, 'id'))
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-sandbox-fault': fault }
    return (await fetch(url + gateways, { method: 'POST', headers, body })).json()
  }
  expect(await create('wrong')).toMatchObject({ code: 16 })
  const { gateway } = await create('right')
  expect(gateway).toMatchObject({ spec: { id: idSource(7)() }, status: { status: 'STATUS_READY' } })
  const faulty = await sandbox('--fault', 'status=503;retry-after=3', '--latency', '30')
  const start = performance.now()
  const response = await fetch(faulty.url)
  expect(performance.now() - start).toBeGreaterThanOrEqual(29)
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '3'])
})

async function create(url: string, body: object): Promise<number | undefined> {
  const headers = { authorization: 'Bearer t', 'content-type': 'application/json' }
  const sent = fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await sent.catch(() => undefined))?.status
}

/** Creates one gateway after another until the server is gone, and notes the ids that it acknowledged. */
async function createUntilGone(url: string, acknowledged: Set<string>): Promise<void> {
  for (;;) {
    const id = randomUUID()
    if ((await create(url, { ...simple, id })) !== 200) return
    acknowledged.add(id)
  }
}

test('two processes share a file: an id is given once, and a kill loses nothing that was acknowledged', async () => {
  const file = join(temporaryFolder(), 'gateways.db')
  const servers = await Promise.all([sandbox('--file', file), sandbox('--file', file)])
  const [one, other] = servers.map(({ url }) => url + gateways)
  const statuses = await Promise.all([one, other, one, other, one, other].map((url = '') => create(url, simple)))
  expect(statuses.sort()).toEqual([200, 409, 409, 409, 409, 409])
  const acknowledged = new Set<string>()
  const writers = [one, other, one, other].map((url = '') => createUntilGone(url, acknowledged))
  await expect.poll(() => acknowledged.size, { interval: 5, timeout: 20_000 }).toBeGreaterThan(100)
  for (const { child } of servers) child.kill('SIGKILL')
  await Promise.all(writers)
  const store = sqliteStore(file)
  const kept = new Set(store.list().map(({ id }) => id))
  store.close()
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  for (const { talk } of servers) expect(talk()).toBe('')
})
