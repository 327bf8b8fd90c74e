import { afterEach, expect, test, vi } from 'vitest'
import setup from '../../../src/contract/vitest/global-setup.ts'
import { CannotRunError } from '../../../src/report/cannot-run-error.ts'

type Project = Parameters<typeof setup>[0]

/** What the tests are given when the target is the one that the environment names. */
async function provided(target: string): Promise<unknown> {
  vi.stubEnv('CONTRACT_TARGET', target)
  let contract: unknown
  const stop = await setup({ provide: (_: string, value: unknown) => (contract = value) } as unknown as Project)
  await stop()
  return contract
}

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each(['sandbox', 'prism', 'localhost:8080', 'file:///srv'])('%s is no target of the tests', async (target) => {
  await expect(provided(target)).rejects.toThrow(
    new CannotRunError(
      `CONTRACT_TARGET=${target} is no target: give a URL with http or https, or leave it out for the embedded Prism.`,
    ),
  )
})

test('a URL is a target, without the slash at its end', async () => {
  const target = { name: 'api.example', baseUrl: 'https://api.example/v1', state: 'read-only' }
  expect(await provided('https://api.example/v1/')).toMatchObject(target)
})
