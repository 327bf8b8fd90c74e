import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { failure, fakeClock } from '../client/fake-clock.ts'
import { reply, stubFetch } from '../client/pets.ts'
import { asked, exists, found, gateway, id, notFound } from '../gateways/gateways.ts'
import { root, temporaryFolder } from '../workspace.ts'

const used = ['createGatewaysClient', 'gatewayStatus', 'InvalidRequestError', 'WaitError'] as const

type Used = Pick<typeof import('../../src/index.ts'), (typeof used)[number]>

/** What an app uses, as a bundler ships it. */
async function bundled(codeSplitting: boolean): Promise<{ readonly published: Used; readonly files: number }> {
  const dir = temporaryFolder()
  const input = join(dir, 'app.js')
  const names = `{ ${used.join(', ')} }`
  writeFileSync(input, `import ${names} from ${JSON.stringify(join(root, 'src/index.ts'))}\nexport default ${names}\n`)
  const build = await rolldown({ input, cwd: root, platform: 'browser' })
  const { output } = await build.write({ dir: join(dir, 'dist'), format: 'esm', minify: true, codeSplitting })
  await build.close()
  const { default: published } = await import(pathToFileURL(join(dir, 'dist/app.js')).href)
  return { published, files: output.length }
}

test.each([
  ['several files', true],
  ['one file', false],
])('an app that is bundled into %s can do what is loaded on demand', async (_, codeSplitting) => {
  const { published, files } = await bundled(codeSplitting)
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
