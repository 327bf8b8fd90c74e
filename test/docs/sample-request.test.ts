import { execFileSync } from 'node:child_process'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readSite } from '../../src/docs/build-docs.ts'
import { sampleCurl } from '../../src/docs/samples/sample-curl.ts'
import { sampleFetch } from '../../src/docs/samples/sample-fetch.ts'
import type { SampleRequest } from '../../src/docs/samples/sample-request.ts'
import { fixture } from './reference.ts'

async function curl(name: string, operationId: string): Promise<string> {
  const { operations } = await readSite({ spec: fixture(name), hasRedoc: false })
  const page = operations.find(({ operation }) => operation.operationId === operationId)
  return page?.view().samples.find(({ id }) => id === 'curl')?.code ?? ''
}

test.each([
  ['parameter-styles', 'labelStyle', "--url 'https://fixture.example.com/base/label/.string/./.plain'"],
  [
    'parameter-styles',
    'matrixStyle',
    "--url 'https://fixture.example.com/base/matrix/;list=string/;object=/;plain=plain'",
  ],
  ['parameter-styles', 'headerAndCookie', "--header 'Cookie: session=session'"],
  ['media-types', 'postForm', "--data-urlencode 'a=string'"],
  ['media-types', 'postFormOrBytes', '--data-binary @body.bin'],
  ['media-types', 'postEither', '--url "https://fixture.example.com/base/either?api_key=$API_KEY"'],
])('%s: %s is sent with %s', async (name, operationId, part) => {
  expect(await curl(name, operationId)).toContain(part)
})

const hostile = `$(exit 9)\`exit 9\`"\\${'$'}{process.exit(9)}!`

/** A request whose every name and address a document chose to do harm. */
function harmful(place: 'query' | 'header' | 'cookie'): SampleRequest {
  return {
    method: 'GET',
    url: `https://x.example/${hostile}`,
    headers: [],
    cookies: [`theme=${hostile}`],
    credentials: [{ name: 'key', scheme: { type: 'apiKey', in: place, name: hostile }, variable: 'API_KEY' }],
    body: undefined,
    values: [],
  }
}

const env = { ...process.env, API_KEY: 'secret' }

test.each(['query', 'header', 'cookie'] as const)(
  'a shell and a script read names in the %s as text',
  async (place) => {
    const request = harmful(place)
    const shown = `curl() { printf '%s\\n' "$@"; }\n${sampleCurl(request)}`
    const words = execFileSync('bash', ['-c', shown], { env, encoding: 'utf8' }).split('\n')
    const url = place === 'query' ? `${request.url}?${encodeURIComponent(hostile)}=secret` : request.url
    expect(words).toContain(url)
    if (place === 'header') expect(words).toContain(`${hostile}: secret`)
    if (place === 'cookie') expect(words).toContain(`${hostile}=secret`)

    const called: unknown[] = []
    const fetch = async (...given: unknown[]) => {
      called.push(...given)
      return new Response()
    }
    await runInNewContext(`(async () => { ${sampleFetch(request)} })()`, { fetch, process: { env }, console })
    const cookies = [...(place === 'cookie' ? [`${hostile}=secret`] : []), `theme=${hostile}`]
    expect(called).toEqual([
      url,
      { headers: { ...(place === 'header' && { [hostile]: 'secret' }), Cookie: cookies.join('; ') } },
    ])
  },
)

test('a shell line asks for a head with the option for it, and sends brackets as they are', () => {
  const request = { ...harmful('header'), method: 'HEAD', url: 'https://x.example/?filter[a]=1' }
  expect(sampleCurl(request)).toMatch(/^curl --fail-with-body --head --globoff \\\n/)
})
