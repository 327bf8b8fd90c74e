import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runScript, temporaryFolder } from '../workspace.ts'
import { type Call, entry, harFile, id, textFile, valid } from './har.ts'

/** A document with a secret in every place that OpenAPI has for one. */
const document = {
  openapi: '3.1.0',
  info: { title: 'Vault', version: '1' },
  servers: [{ url: 'https://vault.example.com/v1' }],
  paths: {
    '/keys/{id}': {
      post: {
        operationId: 'createKey',
        security: [{ bearer: [] }, { inQuery: [] }, { inHeader: [] }],
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
        ],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['name'],
                properties: {
                  name: { type: 'string' },
                  passcode: { type: 'string', format: 'password', minLength: 40, pattern: '^[0-9]+$' },
                  vaults: { type: 'array', items: { type: 'string', writeOnly: true } },
                  size: { type: 'integer', writeOnly: true },
                },
              },
            },
            'application/x-www-form-urlencoded': { schema: { type: 'object' } },
          },
        },
        responses: {
          200: {
            description: 'Made',
            headers: { 'x-count': { schema: { type: 'integer' } } },
            content: { 'application/json': { schema: { type: 'object', properties: { made: { type: 'boolean' } } } } },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      inQuery: { type: 'apiKey', in: 'query', name: 'k' },
      inHeader: { type: 'apiKey', in: 'header', name: 'X-Vault' },
      inCookie: { type: 'apiKey', in: 'cookie', name: 'vault' },
    },
  },
}

const secret = {
  bearer: 'QBEARER"q/7+aa==bb\\cc',
  basic: 'QBASIC-pass-word-1',
  query: 'QQUERY key/with+signs&more',
  named: 'QNAMED-access-token-2',
  header: 'QHEADER-vault-key-3',
  likeKey: 'QLIKEKEY-4444444444',
  cookie: 'QCOOKIE-5555555555',
  setCookie: 'QSETCOOKIE-6666666',
  member: 'QMEMBER-"passcode"-77777',
  item: 'QITEM-of-a-list-8888',
  form: 'QFORM-password-9999',
  user: 'QUSERINFO-pass-10',
  fragment: 'QFRAGMENT-token-1111',
  answer: 'QANSWER-refresh-token-12',
  elsewhere: 'QELSEWHERE-13-13-13',
} as const

/** Too short to be looked for elsewhere, or no text: hidden in their own place. */
const [short, size] = ['Zq9', 42424242]

/** What gives a secret away: the beginning of each, as it stands or in base64, and what stands in the middle of one. */
const telling = [
  ...Object.values(secret).flatMap((one) => [one.slice(0, 6), Buffer.from(one).toString('base64').slice(0, 10)]),
  ...['q/7+aa', 'passcode"-7', short, String(size)],
]

const every = Object.values(secret).join(' ')
const post = { method: 'POST', answer: { made: true } }
const url = 'https://vault.example.com/v1/keys/a'
const member = { name: 'a', passcode: secret.member, vaults: [secret.item, short], size }

/** Secrets in their own places, and each of them again where it does not belong. */
const calls: Call[] = [
  { ...post, url, headers: { Authorization: `Bearer ${secret.bearer}`, 'X-Api-Key': secret.likeKey }, body: member },
  { ...post, url: `${url}?k=${encodeURIComponent(secret.query)}&access_token=${secret.named}&limit=many`, body: {} },
  {
    ...post,
    url,
    headers: { Authorization: `Basic ${Buffer.from(`me:${secret.basic}`).toString('base64')}` },
    body: 1,
  },
  { ...post, url, headers: { 'X-Vault': secret.header, Cookie: `vault=${secret.cookie}; b=c` }, body: { name: 1 } },
  {
    ...post,
    url: `https://me:${secret.user}@vault.example.com/v1/keys/a#access_token=${secret.fragment}`,
    answerHeaders: { 'Set-Cookie': `sid=${secret.setCookie}; HttpOnly`, 'x-count': 'one' },
    answer: { made: 'no', refresh_token: secret.answer },
  },
  {
    ...post,
    url,
    request: {
      postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'password', value: secret.form }] },
    },
  },
  { url: 'https://other.example.com/login', headers: { Authorization: `Bearer ${secret.elsewhere}` } },
  ...['utf8', 'base64', 'url', 'json', 'escaped', 'lower'].map((form) => echo(form)),
  { method: every, url: `${url}/${encodeURIComponent(every)}`, status: 404 },
  { ...post, url: `${url}?limit=${encodeURIComponent(every)}&${encodeURIComponent(secret.query)}=1`, status: 400 },
  { ...post, url: `${url}?limit=${percent(secret.bearer)}`, status: 400, body: { [secret.bearer]: 1, name: [every] } },
]

/** An answer that is wrong in many ways, and shows all secrets in some form. */
function echo(form: string): Call {
  const forms: Record<string, (text: string) => string> = {
    base64: (text) => Buffer.from(`say ${text}`).toString('base64'),
    url: encodeURIComponent,
    json: (text) => JSON.stringify({ text }),
    lower: (text) => encodeURIComponent(text).replaceAll(/%../g, (code) => code.toLowerCase()),
  }
  const texts = Object.values(secret).map((text) => (forms[form] ?? String)(text))
  const answer = { made: texts.join(' '), [`x${texts[0]}`]: texts, at: `${'x'.repeat(150)}${texts.join('')}` }
  const text = JSON.stringify(answer)
  const escaped = text.replaceAll(/[A-Z]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const content = { mimeType: 'application/json', text: form === 'escaped' ? escaped : text }
  return { ...post, url, status: 200, answerHeaders: { 'x-count': texts.join(' ') }, response: { content } }
}

function percent(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('')
}

function expectNoSecret(text: string): void {
  const lower = text.toLowerCase()
  const places = telling.map((one) => lower.indexOf(one.toLowerCase())).filter((place) => place >= 0)
  expect(places.map((place) => text.slice(Math.max(0, place - 60), place + 30))).toEqual([])
}

describe('no secret of a recording is shown', () => {
  test.each(['text', 'json', 'sarif'])('in %s', async (format) => {
    const spec = join(temporaryFolder(), 'vault.json')
    writeFileSync(spec, JSON.stringify(document))
    const output = join(temporaryFolder(), 'out')
    const run = await runScript('traffic', [
      harFile(calls.map(entry)),
      '--spec',
      spec,
      '--format',
      format,
      '--output',
      output,
    ])
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^\d+ of 16 entries judged/m) })
    const text = readFileSync(output, 'utf8')
    for (const found of ['invalid-request-sent', 'secret-returned', 'invalid-body', 'invalid-header', '***'])
      expect(text).toContain(found)
    expectNoSecret(text + run.stderr)
  })

  test('by what is said of a file that is no HAR', async () => {
    const bad = [
      `Bearer ${every}`,
      `{"log": {"entries": [{"request": ${every}`,
      JSON.stringify({ log: every }),
      JSON.stringify({ log: { entries: [every] } }),
      JSON.stringify({ log: { entries: [{ request: { method: every, url: [every] } }] } }),
    ]
    const runs = await Promise.all(bad.map((text) => runScript('traffic', [textFile(text)])))
    for (const { code, stdout, stderr } of runs) {
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/is (not JSON|no HAR)/)
      expectNoSecret(stderr)
    }
  })

  test('by what is said of traffic that goes elsewhere', async () => {
    const run = await runScript('traffic', [harFile([entry({ url: `https://elsewhere.example.com/${every}` })])])
    expect([run.code, run.stdout]).toEqual([2, ''])
    expectNoSecret(run.stderr)
  })
})

test('a rule for a secret is judged by the secret itself, and not by its mark', async () => {
  const weightsAndBiasesAuth = { apiKey: 'a-key-0123456789', serverUrl: 'https://api.wandb.ai' }
  const body = { ...valid, coreWeaveAuth: undefined, weightsAndBiasesAuth }
  const good = entry({ method: 'POST', body, answer: { gateway: { spec: valid } } })
  // The identifier is also the token: it is hidden, and still is a UUID.
  const asToken = entry({ url: `/${id}`, headers: { Authorization: `Bearer ${id}` }, answer: { code: 5 }, status: 404 })
  expect(await runScript('traffic', [harFile([good, asToken])])).toMatchObject({ code: 0, stdout: '' })
})
