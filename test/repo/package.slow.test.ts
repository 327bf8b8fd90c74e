import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { gatewaysHandler } from '../../src/sandbox/handler.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/http-server.ts'
import { sqliteStore } from '../../src/sandbox/store.ts'
import { root, run, temporaryFolder } from '../workspace.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const snippets = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '')
const lines = /## Your own document[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1]?.trimEnd().split('\n') ?? []
const environment = { npm_config_prefer_offline: 'true', npm_config_fund: 'false', npm_config_audit: 'false' }
const tsc = join(root, 'node_modules/typescript/lib/tsc.js')

/** What a careful team compiles with. */
const tsconfig = {
  compilerOptions: {
    ...{ target: 'es2022', module: 'nodenext', strict: true, noEmit: true, skipLibCheck: false, types: ['node'] },
    ...{ exactOptionalPropertyTypes: true, verbatimModuleSyntax: true, allowImportingTsExtensions: true },
    typeRoots: [join(root, 'node_modules/@types')],
  },
}

describe('“Your own document” of the README', () => {
  test('its three lines give a client that compiles and works', async () => {
    expect(lines).toHaveLength(3)
    const petstore = join(temporaryFolder(), 'petstore')
    mkdirSync(petstore)
    writeFileSync(join(petstore, 'package.json'), '{ "type": "module", "private": true }')
    writeFileSync(join(petstore, 'tsconfig.json'), JSON.stringify({ ...tsconfig, include: ['*.ts', 'generated/*.ts'] }))
    writeFileSync(join(petstore, 'openapi.yaml'), petstoreDocument)
    for (const line of lines) {
      const [command = '', ...args] = line.replaceAll('../petstore', petstore).split(' ')
      const result = await run(command, args, { env: environment })
      expect([line, result.code, result.code === 0 ? '' : result.stderr]).toEqual([line, 0, ''])
    }

    writeFileSync(join(petstore, 'main.ts'), snippets[1] ?? '')
    const compiled = await run(process.execPath, [tsc, '-p', petstore])
    expect(compiled.stdout).toBe('')
    const PETSTORE_URL = await serving({ '/pets/rex': { name: 'Rex' } })
    const ran = await run(process.execPath, [join(petstore, 'main.ts')], { cwd: petstore, env: { PETSTORE_URL } })
    expect(ran).toMatchObject({ code: 0, stdout: 'Rex is here\n' })

    await packageWorks(petstore)
  })
})

const store = sqliteStore()
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ handler: gatewaysHandler({ store, readyAfterMs: 0 }) })
})
afterAll(async () => {
  await sandbox.stop()
  store.close()
})

/** Where the package is installed: the README's first example against the sandbox, and each entry point. */
async function packageWorks(folder: string): Promise<void> {
  writeFileSync(join(folder, 'example.ts'), snippets[0] ?? '')
  writeFileSync(
    join(folder, 'entries.ts'),
    `import * as bare from 'inference-gateways/bare'
import { createRuntime } from 'inference-gateways/client'
import document from 'inference-gateways/openapi.json' with { type: 'json' }
import type { Gateway, CreateGatewayRequestBody } from 'inference-gateways/types'
import { createGatewayRequestBody, Gateway as isGateway } from 'inference-gateways/validators'

const body: CreateGatewayRequestBody = { name: 'demo', zones: [], coreWeaveAuth: {}, pathBasedRouting: {} }
const value: unknown = { spec: { name: 'demo' } }
const gateway: Gateway | undefined = isGateway(value) ? value : undefined
console.log(typeof bare.createGatewaysClient, typeof createRuntime, document.openapi, createGatewayRequestBody(body), gateway?.spec?.name)
`,
  )
  // The example calls the real service; its requests are led to the sandbox instead.
  writeFileSync(
    join(folder, 'to-sandbox.mjs'),
    `const { fetch } = globalThis
globalThis.fetch = (url, init) => fetch(url.replace('https://api.coreweave.com', '${sandbox.baseUrl}'), init)
`,
  )
  const compiled = await run(process.execPath, [tsc, '-p', folder])
  expect(compiled.stdout).toBe('')
  const env = { COREWEAVE_API_TOKEN: 'token' }
  const example = await run(process.execPath, ['--import', './to-sandbox.mjs', 'example.ts'], { cwd: folder, env })
  expect(example).toMatchObject({ code: 0, stdout: 'STATUS_READY\n' })
  const entries = await run(process.execPath, ['entries.ts'], { cwd: folder })
  expect(entries).toMatchObject({ code: 0, stdout: 'function function 3.1.1 true demo\n' })
}

/** A server that answers the given paths with JSON; stopped when the test ends. */
async function serving(answers: Readonly<Record<string, unknown>>): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answers[url]))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const petstoreDocument = `openapi: 3.0.3
info: { title: Petstore, version: 1.0.0 }
servers: [{ url: https://petstore.example.com }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200': { description: The pet, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
`

test('the tarball holds what is published, and nothing of the workshop', async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { env: environment })
  const names: string[] = JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path)
  expect(
    names.filter(
      (name) =>
        !/^(dist\/package\/(src|generated)\/|generated\/openapi\.json$|(package\.json|README\.md|LICENSE|CHANGELOG\.md)$)/.test(
          name,
        ),
    ),
  ).toEqual([])
})
