import type { Finding } from '../../src/report/finding.ts'
import type { RunReport } from '../../src/report/run-report.ts'

/** What a service can send to break out of a report, or to be acted upon by what shows it. */
export const hostile = [
  '<script>globalThis.ran = true</script><img src="http://foreign.example/x" onerror="globalThis.ran = true">',
  '</pre></style></main>" onmouseover="globalThis.ran = true" \' ]]> --> &amp; &#0;',
  '| a | b | `one` ``` ```` # head * star _ under [link](http://foreign.example) @team $x$',
  '\u0000\u0008\u001b[31m\u007f\u0085\u202e\udfff\ud800\ufffe\r\n~~~\n```\n## not a heading',
].join('\n')

const answer = { operationId: 'getPet', mediaType: 'application/json', documented: true }
const property = { operationId: 'createPet', place: 'request' } as const
const rule = { operationId: 'createPet', place: 'body', pointer: '#/name' }

/** A run of three cases: one is clean, one has two errors and a warning, one has a warning; two findings are of no case. */
export const sampleRun: RunReport = {
  summary: {
    target: 'Prism',
    meaning: 'A green run proves that the mock and the document agree.',
    seed: 42,
    cases: 3,
    failed: 1,
    errors: 3,
    warnings: 3,
    durationMs: 3210.4,
    notes: ['lifecycle: getPet reads what createPet makes', 'deletePet was left out: it has no example'],
  },
  cases: [
    { id: 'example/createPet', operationId: 'createPet', durationMs: 20.4 },
    { id: 'example/getPet', operationId: 'getPet', durationMs: 812.5 },
    { id: 'broken/getPet', operationId: 'getPet', durationMs: 3 },
  ],
  findings: [
    finding('name-known', { severity: 'warning', operationId: 'createPet', caseId: 'example/createPet' }),
    finding('body-valid', { operationId: 'getPet', caseId: 'example/getPet', pointer: '#/name', seed: 7 }),
    finding('status-expected', { operationId: 'getPet', caseId: 'example/getPet' }),
    finding('name-known', { severity: 'warning', operationId: 'getPet', caseId: 'example/getPet' }),
    { id: 'rule-without-case', severity: 'error', message: 'No case is about the name', operationId: 'createPet' },
    { id: 'lifecycle', severity: 'warning', message: 'Nothing deletes a pet' },
  ],
  coverage: {
    answers: [
      { ...answer, status: '200', count: 2 },
      { ...answer, status: '404', count: 0 },
      { ...answer, status: '418', mediaType: '', documented: false, count: 1 },
      { ...answer, operationId: 'deletePet', status: '204', mediaType: '', count: 0 },
    ],
    properties: [
      { ...property, pointer: '#/name', count: 4 },
      { ...property, pointer: '#/tags/0', count: 0 },
      { ...property, place: 'response', pointer: '#/id', count: 0 },
    ],
    constraints: [
      { ...rule, constraint: 'minLength', valid: 3, invalid: 1 },
      { ...rule, constraint: 'required name', valid: 3, invalid: 0 },
      { ...rule, constraint: 'pattern', valid: 0, invalid: 2 },
      { ...rule, constraint: 'oneOf', valid: 0, invalid: 0 },
    ],
  },
}

/** The same run, in which every text that can come from a service or its document is hostile. */
export const hostileRun: RunReport = {
  ...sampleRun,
  summary: { ...sampleRun.summary, target: hostile, meaning: hostile, notes: [hostile] },
  cases: sampleRun.cases.map((one) => ({ ...one, id: `${one.id} ${hostile}`, operationId: hostile })),
  findings: sampleRun.findings.map((one) => ({
    ...one,
    ...(one.caseId !== undefined && { caseId: `${one.caseId} ${hostile}` }),
    ...{ id: `${one.id} ${hostile}`, operationId: hostile, pointer: hostile, message: hostile },
    ...{ expected: hostile, got: hostile, curl: hostile },
  })),
  coverage: {
    answers: sampleRun.coverage.answers.map((row) => ({ ...row, operationId: hostile, mediaType: hostile })),
    properties: sampleRun.coverage.properties.map((row) => ({ ...row, operationId: hostile, pointer: hostile })),
    constraints: sampleRun.coverage.constraints.map((row) => ({ ...row, place: hostile, constraint: hostile })),
  },
}

function finding(id: string, more: Partial<Finding>): Finding {
  return {
    ...{ id, severity: 'error', message: `What ${id} says`, expected: 'a name', got: '7' },
    ...{ curl: "curl -i 'http://host/pet'" },
    ...more,
  }
}
