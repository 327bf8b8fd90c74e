import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedIn } from '../../scripts/common/tarball.ts'
import { failure, fakeClock } from '../client/fake-clock.ts'
import { reply, stubFetch } from '../client/pets.ts'
import { asked, exists, found, gateway, id, notFound } from '../gateways/gateways.ts'
import { temporaryFolder } from '../workspace.ts'

const used = ['createGatewaysClient', 'gatewayStatus', 'InvalidRequestError', 'WaitError'] as const

type Used = Pick<typeof import('../../src/index.ts'), (typeof used)[number]>

/** Packing compiles; a busy machine takes its time. */
const patienceMs = 60_000

const home = mkdtempSync(join(tmpdir(), 'inference-gateways-bundle-'))
beforeAll(() => publishedIn(home), patienceMs)
afterAll(() => rmSync(home, { recursive: true }))

/** What an app exports, as a bundler ships it with the package as it is published. */
async function bundled(code: string, codeSplitting: boolean) {
  const dir = temporaryFolder()
  const input = join(home, 'app.js')
  writeFileSync(input, code)
  const build = await rolldown({ input, cwd: home, platform: 'browser' })
  const { output } = await build.write({ dir, format: 'esm', minify: true, codeSplitting })
  await build.close()
  const exported = await import(pathToFileURL(join(dir, 'app.js')).href)
  return { exported: exported.default, first: output[0].code, files: output.length }
}

const ways = [
  ['several files', true],
  ['one file', false],
] as const

test.each(ways)('an app that is bundled into %s can do what is loaded on demand', async (_, codeSplitting) => {
  const names = `{ ${used.join(', ')} }`
  const code = `import ${names} from 'inference-gateways'\nexport default ${names}\n`
  const { exported, files } = await bundled(code, codeSplitting)
  const published: Used = exported
  expect(files > 1).toBe(codeSplitting)
  const clock = fakeClock()
  const created = (...replies: Parameters<typeof stubFetch>[0]) =>
    published.createGatewaysClient({ clock, token: 'token-of-a-test', fetch: stubFetch(replies, clock).fetch })
  expect(published.gatewayStatus('Ready')).toBe('STATUS_READY')
  await expect(clock.run(created(found()).waitUntilReady(id))).resolves.toEqual(gateway())
  await expect(clock.run(created(notFound).waitUntilDeleted(id))).resolves.toBeUndefined()
  await expect(created(found()).updateGateway(id, asked)).resolves.toEqual({ gateway: gateway() })
  await expect(created(found()).deleteGateway(id)).resolves.toEqual({ gateway: gateway() })
  await expect(created(exists, found()).createGateway(asked)).resolves.toEqual({ gateway: gateway() })
  const path = '/v1alpha1/inference/gateways/{id}'
  await expect(created(found()).http.GET(path, { params: { path: { id } } })).resolves.toMatchObject({
    data: { gateway: gateway() },
  })
  const failed = await clock.run(failure(created(found('STATUS_FAILED')).waitUntilReady(id)))
  expect(failed).toBeInstanceOf(published.WaitError)
  expect(await failure(created(reply(500, {})).http.GET(path, { params: { path: { id: '..' } } }))).toBeInstanceOf(
    published.InvalidRequestError,
  )
})

test.each(ways)(
  'an app in %s that waits for a call before its module is done has answers checked',
  async (_, codeSplitting) => {
    const { exported, first } = await bundled(
      `import { createGatewaysClient } from 'inference-gateways'
const fetch = async () => Response.json({ gateway: { status: { conditions: [{ lastUpdateTime: 'soon' }] } } })
export default await createGatewaysClient({ fetch, validate: 'all' }).getGateway('${id}').catch(({ message }) => message)
`,
      codeSplitting,
    )
    expect(exported).toBe(
      'The body of the response of getGateway at /gateway/status/conditions/0/lastUpdateTime must match format "date-time"',
    )
    expect([first.includes('weightsAndBiasesAuth'), first.includes('organizationId')]).toEqual([true, !codeSplitting])
  },
)
