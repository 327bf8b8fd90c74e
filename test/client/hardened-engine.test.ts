import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '../workspace.ts'

const flags = ['--disallow-code-generation-from-strings', '--disable-proto=throw', '--frozen-intrinsics']

const script = `
import { createGatewaysClient, gatewayStatus } from './src/index.ts'
let count = 0
const gateway = { spec: { id: '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10' }, status: { status: 'STATUS_READY' } }
const fetch = async () =>
  count++ === 0
    ? new Response('', { status: 503 })
    : new Response(JSON.stringify({ gateway }), { headers: { 'content-type': 'application/json' } })
const gateways = createGatewaysClient({ token: 'token-of-a-test', fetch, retry: { minDelayMs: 1 }, validate: 'all' })
const body = { name: 'demo', zones: ['US-EAST-04A'], coreWeaveAuth: {}, pathBasedRouting: {} }
const created = await gateways.createGateway(body)
const ready = await gateways.waitUntilReady(created.gateway)
const refused = await gateways.createGateway({ ...body, zones: 7 }).catch((error) => error.name)
const raw = await gateways.http.GET('/v1alpha1/inference/gateways')
console.log(JSON.stringify([gatewayStatus(ready), refused, raw.response.status, count]))
`

test.each([...flags.map((flag) => [flag]), flags])('the client works under %s', async (...given) => {
  const args = [...given, '--no-warnings', '--input-type=module-typescript', '--eval', script]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  expect(JSON.parse(stdout)).toEqual(['STATUS_READY', 'ValidationError', 200, 4])
})
