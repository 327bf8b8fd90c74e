import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as validators from '../../generated/validators.js'
import { readSite } from '../../src/docs/build-docs.ts'
import type { Sample } from '../../src/docs/samples/samples.ts'
import { textAt, valueAt } from '../../src/document/json.ts'
import type { Operation } from '../../src/document/model.ts'
import { generate } from '../../src/generate/pipeline.ts'
import { gatewaysHandler } from '../../src/sandbox/handler.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/http-server.ts'
import { type Store, sqliteStore } from '../../src/sandbox/store.ts'
import { id, simple } from '../sandbox/service.ts'
import { typeErrors } from '../type-errors.ts'
import { type CommandResult, root, run, temporaryFolder } from '../workspace.ts'
import { fixture, ourSite, source } from './reference.ts'

const server = 'https://api.coreweave.com'
const token = 'CW-SECRET-of-a-sample'
const operations = ourSite.operations.map(({ operation, view }) => ({ operation, samples: view().samples }))
const samples = operations.flatMap(({ operation, samples: own }) => own.map((sample) => ({ operation, sample })))
const named = samples.map(({ operation, sample }) => [operation.operationId, sample.id, { operation, sample }] as const)

/** Like a browser, curl is looked for: without it its samples are skipped, with a line that says so, and in CI they fail. */
const isWithoutCurl = process.env.CI !== 'true' && spawnSync('curl', ['--version']).status !== 0
if (isWithoutCurl)
  process.stderr.write('The curl samples are skipped: no curl found; install it (Debian: apt-get install curl).\n')

/** Where the values of an operation's samples were written: its first example, else the operation itself. */
function placeOf(operation: Operation): string {
  const media = operation.requestBody?.content[0]
  const [example] = media?.examples ?? []
  const pointer = example ? (media?.pointer.replace(/schema$/, `examples/${example.name}`) ?? '') : operation.pointer
  const elsewhere = textAt(valueAt(source.bundle, pointer), '$ref')
  const { file, line } = source.locate(elsewhere ?? pointer) ?? { file: 'spec/openapi.yaml', line: 1 }
  return `${file}:${line}`
}

describe('every sample of our document is carried out by the sandbox', () => {
  let store: Store
  let sandbox: Sandbox

  beforeAll(async () => {
    store = sqliteStore()
    sandbox = await startSandbox({ handler: gatewaysHandler({ store, token, readyAfterMs: 0 }) })
  })

  afterAll(async () => {
    await sandbox.stop()
    store.close()
  })

  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

  /** The gateway that samples speak of: there where they read or change it, and not where they make one. */
  async function prepared({ operationId }: Operation): Promise<void> {
    const url = `${sandbox.baseUrl}/v1alpha1/inference/gateways`
    await fetch(`${url}/${id}`, { method: 'DELETE', headers })
    const isFree = async () => (await fetch(`${url}/${id}`, { headers })).status === 404
    while (!(await isFree()));
    if (operationId === 'createGateway') return
    const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(simple) })
    expect(status).toBe(200)
  }

  /** The sample as a program sends it, to the sandbox instead of the server that it names. */
  function carriedOut({ id: kind, code }: Sample): Promise<CommandResult> {
    const env = { COREWEAVE_API_TOKEN: token, SANDBOX: sandbox.baseUrl, NODE_OPTIONS: '' }
    const folder = temporaryFolder()
    if (kind === 'curl') {
      const file = join(folder, 'sample.sh')
      writeFileSync(file, code.replaceAll(server, sandbox.baseUrl))
      return run('sh', [file], { cwd: folder, env })
    }
    const file = join(folder, kind === 'fetch' ? 'sample.mjs' : 'sample.ts')
    writeFileSync(
      file,
      code.replace("'inference-gateways'", JSON.stringify(pathToFileURL(join(root, 'src/index.ts')).href)),
    )
    const redirect = join(folder, 'redirect.mjs')
    writeFileSync(redirect, redirecting)
    return run(process.execPath, ['--import', pathToFileURL(redirect).href, file], { cwd: folder, env })
  }

  const runnable = named.filter(([, kind]) => kind !== 'curl' || !isWithoutCurl)
  test.each(runnable)('%s in %s', async (_, kind, { operation, sample }) => {
    await prepared(operation)
    const { code, stdout, stderr } = await carriedOut(sample)
    const place = placeOf(operation)
    expect(code, `${place}: the sample of ${operation.operationId} in ${kind} failed: ${stderr}${stdout}`).toBe(0)
    if (kind === 'typescript') return expect(stdout, place).toMatch(/gateway:|items:|zones:/)
    const check =
      validators.responseValidators[operation.operationId as keyof typeof validators.responseValidators].responses[200]
    expect(check(JSON.parse(stdout)), place).toBe(true)
  })

  test.skipIf(isWithoutCurl)(
    'a sample with an example that the service refuses fails, and says where the example was written',
    async () => {
      const { operation, sample } = named.find(([name, kind]) => name === 'createGateway' && kind === 'curl')?.[2] ?? {}
      if (!operation || !sample) throw new Error('there is no such sample')
      const { code } = await carriedOut({ ...sample, code: sample.code.replace('"support-chat"', '7') })
      expect(code).not.toBe(0)
      expect(placeOf(operation)).toMatch(/spec\/examples\/create-core-weave-auth-body-based-routing\.json:\d+$/)
    },
  )
})

/** Sends what is meant for the documented server to the sandbox; everything else as it is. */
const redirecting = `const real = globalThis.fetch
globalThis.fetch = (url, init) => real(String(url).replace('${server}', process.env.SANDBOX), init)
`

const environment = 'declare const process: { readonly env: { readonly [name: string]: string | undefined } }\n'

/** Where the compiler looks for what is not written to the disk: below this package, whose files are modules. */
const place = join(root, 'test/docs/samples')

test('every sample in TypeScript and with fetch compiles in one strict program', () => {
  const sources = new Map([[`${place}/environment.d.ts`, environment]])
  for (const [operationId, kind, { sample }] of named)
    if (kind !== 'curl') sources.set(`${place}/${operationId}-${kind}.ts`, `${sample.code}\nexport {}\n`)
  expect(sources.size).toBe(13)
  expect(typeErrors([], sources)).toEqual([])
  sources.set(
    `${place}/wrong.ts`,
    (sources.get(`${place}/createGateway-typescript.ts`) ?? '').replace('coreWeaveAuth: {},', ''),
  )
  expect(typeErrors([], sources)).toEqual([expect.stringContaining('/wrong.ts:')])
})

test.each([
  'awkward-names',
  'parameter-styles',
  'media-types',
  'servers',
  'unnamed-operations',
  'directions',
  'circular',
])('the samples of %s compile against the client that is generated from it', async (name) => {
  const { operations: pages } = await readSite({ spec: fixture(name), hasRedoc: false })
  const { files } = await generate({ spec: fixture(name), out: `${place}/generated` })
  const sources = new Map([
    [
      `/${name}/environment.d.ts`,
      `${environment}declare module 'node:fs/promises' { export function readFile(path: string): Promise<Uint8Array<ArrayBuffer>> }\n`,
    ],
  ])
  for (const [file, text] of files) if (/\.ts$/.test(file)) sources.set(`${place}/generated/${file}`, text)
  for (const [index, { view }] of pages.entries())
    for (const { id: kind, code } of view().samples)
      if (kind !== 'curl') sources.set(`${place}/sample-${index}-${kind}.ts`, `${code}\nexport {}\n`)
  expect(pages.length).toBeGreaterThan(0)
  expect(typeErrors([], sources)).toEqual([])
})

test('a shell reads a curl line as it is meant, whatever stands in the body', async () => {
  const { sampleCurl } = await import('../../src/docs/samples/sample-curl.ts')
  const value = { text: 'it\'s $HOME `id` \\ "quoted"\n', emoji: '😀' }
  const code = sampleCurl({
    method: 'POST',
    url: 'https://example.com/a?b=c&d=e',
    headers: [['X-Quote', "it's"]],
    cookies: [],
    credentials: [],
    body: { mediaType: 'application/json', kind: 'json', value },
    values: [],
  })
  const { stdout } = await run('sh', ['-c', `curl() { for word; do printf '%s\\0' "$word"; done; }\n${code}`])
  const words = stdout.split('\0')
  expect(words).toContain('https://example.com/a?b=c&d=e')
  expect(words).toContain("X-Quote: it's")
  expect(JSON.parse(words[words.indexOf('--data') + 1] ?? '')).toEqual(value)
})
