import { expect, test } from 'vitest'
import { json } from '../../../src/report/reporters/json.ts'
import { hostileRun, sampleRun } from '../sample-run.ts'

test('the text is JSON with two spaces of indent that holds what the run says', () => {
  const text = json.render(hostileRun)
  const { summary, findings, coverage } = JSON.parse(text)
  const layout = JSON.stringify({ summary, findings, coverage }, null, 2)
  expect(text.split('\n').map(startOf)).toEqual(`${layout}\n`.split('\n').map(startOf))
  expect({ summary, coverage }).toEqual({ summary: hostileRun.summary, coverage: hostileRun.coverage })
  expect(findings).toEqual(hostileRun.findings.map((finding) => ({ seed: 42, ...finding })))
})

test('keys stand in a fixed order, however the run was put together, and those without a value are left out', () => {
  const reversed = JSON.parse(JSON.stringify(sampleRun), (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  )
  expect(Object.keys(reversed)[0]).toBe('coverage')
  expect(json.render(reversed)).toBe(json.render(sampleRun))
  const { findings } = JSON.parse(json.render(sampleRun))
  expect(Object.keys(findings[1])).toEqual([
    ...['id', 'severity', 'operationId', 'caseId', 'pointer'],
    ...['message', 'expected', 'got', 'curl', 'seed'],
  ])
  expect(Object.keys(findings[5])).toEqual(['id', 'severity', 'message', 'seed'])
})

/** The indent and the key of a line. */
function startOf(line: string): string | undefined {
  return /^ *("\w+":)?/.exec(line)?.[0]
}
