import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { root } from '../workspace.ts'

/** What a bundler makes of a program that imports only these of the generated validators. */
async function bundled(names: readonly string[]): Promise<string> {
  const file = join(root, 'generated/validators.js')
  const bundle = await rolldown({
    input: 'program',
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === 'program' ? id : null),
        load: (id) => (id === 'program' ? `export { ${names.join(', ')} } from ${JSON.stringify(file)}` : null),
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  return output[0].code
}

test('a bundle holds the validators that are imported and no others', async () => {
  const code = await bundled(['createGatewayRequestBody'])
  expect(code).toContain('allowedSourceIpRanges')
  expect(code).not.toMatch(/listGateways|fieldViolations|conditions|updatedAfter/)
  expect(await bundled(['PathBasedRouting'])).not.toMatch(/RegExp|0-9a-f|codePoint/)
})

test('all that a client needs is less than 5.3 kB, compressed', async () => {
  const code = await bundled(['operationValidators'])
  expect(code).toMatch(/listGateways.*deleteGateway/)
  expect(code).not.toContain('fieldViolations')
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(5300)
})

test('what looks at requests is there without what looks at answers, and the other way round', async () => {
  const [requests, responses] = [await bundled(['requestValidators']), await bundled(['responseValidators'])]
  expect([requests.includes('createdAt'), responses.includes('createdAt')]).toEqual([false, true])
  expect([requests.includes('updatedAfter'), responses.includes('updatedAfter')]).toEqual([true, false])
})
