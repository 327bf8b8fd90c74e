import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startSandbox } from '../../src/sandbox/http-server.ts'
import { gateways, token as sandboxToken, service } from '../sandbox/service.ts'
import { root, runScript, temporaryFolder } from '../workspace.ts'
import { entry, harFile, id, textFile, valid } from './har.ts'
import { recordingFetch } from './recording-fetch.ts'
import { sarifSchema } from './sarif-schema.ts'

const summaryOf = (stderr: string) => stderr.trim().split('\n').at(-1)
const unknownMember = entry({ url: `/${id}`, answer: { gateway: { spec: { color: 'red' } } } })
const wrongAnswer = entry({ url: '/parameters', answer: { zones: 'all' } })

describe('npm run traffic', () => {
  test('finds nothing in what the sandbox answers, told its base URL', async () => {
    const sandbox = await startSandbox({ handler: service().handler })
    onTestFinished(sandbox.stop)
    const { send, entries } = recordingFetch(sandbox.baseUrl + gateways, sandboxToken)
    await send('POST', '', valid)
    for (const path of ['', '?updatedAfter=2026-05-06T09%3A30%3A00Z', '/parameters', `/${id}`]) await send('GET', path)
    await send('PATCH', `/${id}`, { ...valid, zones: [] })
    await send('POST', '', { ...valid, zones: [] })
    await send('DELETE', `/${id}`)
    const { code, stdout, stderr } = await runScript('traffic', [harFile(entries), '--server', sandbox.baseUrl])
    expect([code, stdout, summaryOf(stderr)]).toEqual([0, '', '8 of 8 entries judged: 0 errors, 0 warnings'])
  })

  test('tells the entry, its line, the operation and the pointer, and what is wrong there', async () => {
    const { code, stdout, stderr } = await runScript('traffic', [harFile([entry(), wrongAnswer])])
    expect(
      stdout,
    ).toBe(`error invalid-body  getGatewayParameters entry 1 (line 44, 2026-05-06T09:30:00.000Z): GET ${gateways}/parameters → 200
  The body breaks its schema: /zones must be array
    pointer: #/zones
    expected: must be array
    got: "all"
`)
    expect([code, summaryOf(stderr)]).toEqual([1, '2 of 2 entries judged: 1 error, 0 warnings'])
  })

  test('is clean with warnings, unless they are to count', async () => {
    const file = harFile([unknownMember])
    expect((await runScript('traffic', [file])).code).toBe(0)
    expect((await runScript('traffic', [file, '--strict'])).code).toBe(1)
  })

  test('writes JSON for programs, with what was counted', async () => {
    const file = harFile([unknownMember, entry({ url: 'https://cdn.example.com/a.png' })])
    const { stdout } = await runScript('traffic', [file, '--format', 'json'])
    const { findings, ...rest } = JSON.parse(stdout)
    expect(rest).toEqual({
      file,
      counts: { entries: 2, judged: 1, elsewhere: 1, unanswered: 0, ofBrowser: 0 },
      notes: [],
    })
    expect(findings).toEqual([
      {
        id: 'unknown-property',
        severity: 'warning',
        side: 'response',
        operationId: 'getGateway',
        pointer: '#/gateway/spec/color',
        message: 'The body has a member that the document does not describe',
        expected: expect.stringContaining('members among'),
        got: '"red"',
        entry: {
          ...{ index: 0, line: 9, startedAt: '2026-05-06T09:30:00.000Z' },
          ...{ method: 'GET', path: `${gateways}/${id}`, status: 200 },
        },
        document: {
          file: 'spec/openapi.yaml',
          line: expect.any(Number),
          pointer: expect.stringMatching(/~1\{id\}\/get$/),
        },
      },
    ])
    const lines = readFileSync(join(root, 'spec/openapi.yaml'), 'utf8').split('\n')
    expect(lines.slice(findings[0].document.line - 1, findings[0].document.line + 1).join()).toContain('getGateway')
  })

  test('writes SARIF 2.1.0 with rules, help, and places in both files', async () => {
    const output = join(temporaryFolder(), 'traffic.sarif')
    const file = harFile([unknownMember, wrongAnswer, entry({ method: 'PUT' })])
    const run = await runScript('traffic', [file, '--format', 'sarif', '--output', output])
    expect([run.code, run.stdout]).toEqual([1, ''])
    const log = JSON.parse(readFileSync(output, 'utf8'))
    const validate = new Ajv2020({ allErrors: true, validateFormats: false }).compile(sarifSchema)
    expect([validate(log), validate.errors]).toEqual([true, null])
    const [{ results, tool }] = log.runs
    expect(results.map(({ ruleId, level }: Record<string, string>) => `${level} ${ruleId}`)).toEqual([
      'warning unknown-property',
      'error invalid-body',
      'error undocumented-request-sent',
      'error undocumented-operation',
    ])
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
    const [{ physicalLocation }] = results[1].locations
    expect(readFileSync(file, 'utf8').split('\n')[physicalLocation.region.startLine - 1]?.trim()).toBe('{')
    expect(results[1].relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('spec/openapi.yaml')
    expect(results[2].relatedLocations).toBeUndefined()
  })
})

const nothing = '{"log": {"entries": []}}'
const refused: [what: string, args: () => string[], reason: RegExp][] = [
  ['no file', () => [], /^Name one recording: npm run traffic -- FILE\.har$/m],
  ['two files', () => ['a.har', 'b.har'], /^Name one recording/],
  ['a file that is not there', () => ['none.har'], /^Cannot read .*none\.har: there is no such file\.$/m],
  ['a folder', () => [root], /^Cannot read .*: it is a folder\.$/m],
  ['what is not JSON', () => [textFile('{"log": x}')], /is not JSON.*; save the traffic as HAR with content\.$/m],
  ['JSON of another kind', () => [textFile('{"log": []}')], /is no HAR: it has no list log\.entries/],
  ['an entry without a request', () => [textFile('{"log": {"entries": [{}]}}')], /log\.entries\[0\] has no request/],
  ['a recording of nothing', () => [textFile(nothing)], /^No request of the recording goes to a server/m],
  ['another format', () => ['a.har', '--format', 'xml'], /^--format xml is none; use text, json, sarif\.$/m],
  [
    'a server that is no base URL',
    () => ['a.har', '--server', 'https://me:pw@a.example'],
    /^--server is a base URL: (?!.*pw)/m,
  ],
  [
    'no document',
    () => [harFile([entry()]), '--spec', 'none.yaml'],
    /^Cannot read .*none\.yaml: there is no such file\.$/m,
  ],
  [
    'a place to write that is none',
    () => [harFile([entry()]), '--output', root],
    /^--output .* cannot be written: .* is no file/m,
  ],
]

test('the recording itself is not written over', async () => {
  const file = harFile([entry()])
  const before = readFileSync(file, 'utf8')
  const { code, stderr } = await runScript('traffic', [file, '--output', file])
  expect([code, stderr]).toEqual([2, '--output is the recording itself; name another file.\n'])
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test.each(refused)('%s is exit code 2 with its reason', async (_, args, reason) => {
  const { code, stdout, stderr } = await runScript('traffic', args())
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(reason)
})
