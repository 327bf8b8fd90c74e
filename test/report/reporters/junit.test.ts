import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { junit } from '../../../src/report/reporters/junit.ts'
import type { RunReport } from '../../../src/report/run-report.ts'
import { isWithoutBrowser, startBrowser } from '../../browser.ts'
import { hostile, hostileRun, sampleRun } from '../sample-run.ts'

test('a suite for each operation holds its cases, and one more what belongs to none', () => {
  const text = junit.render(sampleRun)
  expect(text.match(/<testsuite[s ].*|<testcase .*|<failure [^>]*>/g)).toEqual([
    '<testsuites name="contract" tests="5" failures="2" errors="0" skipped="0" time="3.210">',
    '<testsuite name="createPet" tests="1" failures="0" errors="0" skipped="0" time="0.020">',
    '<testcase classname="createPet" name="example/createPet" time="0.020">',
    '<testsuite name="getPet" tests="2" failures="1" errors="0" skipped="0" time="0.816">',
    '<testcase classname="getPet" name="example/getPet" time="0.813">',
    '<failure message="What body-valid says (and 1 more)" type="body-valid">',
    '<testcase classname="getPet" name="broken/getPet" time="0.003">',
    '<testsuite name="the run as a whole" tests="2" failures="1" errors="0" skipped="0" time="0.000">',
    '<testcase classname="the run as a whole" name="rule-without-case createPet: No case is about the name" time="0.000">',
    '<failure message="No case is about the name" type="rule-without-case">',
    '<testcase classname="the run as a whole" name="lifecycle: Nothing deletes a pet" time="0.000">',
  ])
})

test('one failure holds all errors of a case, warnings stand in its output, and the run in that of the last suite', () => {
  const of = { operationId: 'getPet', caseId: 'example/getPet' }
  const text = junit.render({
    ...sampleRun,
    cases: sampleRun.cases.filter(({ operationId }) => operationId === 'getPet'),
    findings: [
      { id: 'body-valid', severity: 'error', message: 'No <name>', ...of },
      { id: 'name-known', severity: 'warning', message: 'A new name', ...of },
      { id: 'status-expected', severity: 'error', message: 'Not 404', ...of, seed: 7 },
      { id: 'header-known', severity: 'warning', message: 'A new header', ...of },
    ],
  })
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="contract" tests="2" failures="1" errors="0" skipped="0" time="3.210">
  <testsuite name="getPet" tests="2" failures="1" errors="0" skipped="0" time="0.816">
    <testcase classname="getPet" name="example/getPet" time="0.813">
      <failure message="No &lt;name&gt; (and 1 more)" type="body-valid">error body-valid  getPet example/getPet
  No &lt;name&gt;
    seed: 42
error status-expected  getPet example/getPet
  Not 404
    seed: 7</failure>
      <system-out>warning name-known  getPet example/getPet
  A new name
    seed: 42
warning header-known  getPet example/getPet
  A new header
    seed: 42</system-out>
    </testcase>
    <testcase classname="getPet" name="broken/getPet" time="0.003">
    </testcase>
  </testsuite>
  <testsuite name="the run as a whole" tests="0" failures="0" errors="0" skipped="0" time="0.000">
    <system-out>target: Prism
A green run proves that the mock and the document agree.
--seed 42 repeats this run
note: lifecycle: getPet reads what createPet makes
note: deletePet was left out: it has no example</system-out>
  </testsuite>
</testsuites>
`)
})

test('equal findings of no case are tests of different names, and one of an unknown case is of no case', () => {
  const gap = { id: 'gap', severity: 'error', message: 'No case', caseId: 'unknown' } as const
  const text = junit.render({ ...sampleRun, findings: [gap, gap] })
  expect(text).toContain('name="gap unknown: No case" ')
  expect(text).toContain('name="gap unknown: No case (2)" ')
})

describe.skipIf(isWithoutBrowser)('read by an XML parser', () => {
  let browser: { context: BrowserContext; close: () => Promise<void> }

  beforeAll(async () => {
    browser = await startBrowser()
  })

  afterAll(async () => browser?.close())

  /** What a parser that follows XML 1.0 sees, after the way through a file. */
  async function read(report: RunReport) {
    const page = await browser.context.newPage()
    const text = Buffer.from(junit.render(report)).toString()
    return page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml')
      const all = (selector: string) => [...parsed.querySelectorAll(selector)]
      const number = (element: Element | null, name: string) => Number(element?.getAttribute(name))
      return {
        error: parsed.querySelector('parsererror')?.textContent,
        names: [...new Set(all('*').map(({ tagName }) => tagName))],
        suites: all('testsuite').map((suite) => ({
          tests: [number(suite, 'tests'), suite.querySelectorAll('testcase').length],
          failures: [number(suite, 'failures'), suite.querySelectorAll('failure').length],
        })),
        tests: [number(parsed.documentElement, 'tests'), all('testcase').length],
        failures: [number(parsed.documentElement, 'failures'), all('failure').length],
        text: all('failure, testcase > system-out').map(({ textContent }) => textContent),
        whole: all('testsuite > system-out').map(({ textContent }) => textContent),
      }
    }, text)
  }

  test.each([
    ['plain', sampleRun],
    ['hostile', hostileRun],
  ])('a %s run is well-formed, and its counts add up', async (_, report) => {
    const { error, names, suites, tests, failures } = await read(report)
    expect(error).toBeUndefined()
    expect(names).toEqual(['testsuites', 'testsuite', 'testcase', 'system-out', 'failure'])
    for (const counts of [...suites, { tests, failures }]) {
      expect(counts.tests[0]).toBe(counts.tests[1])
      expect(counts.failures[0]).toBe(counts.failures[1])
    }
    expect([tests[0], failures[0]]).toEqual([5, 2])
  })

  test('every finding and note is there, and a hostile text is only text', async () => {
    const plain = await read(sampleRun)
    expect(plain.whole).toEqual([
      'target: Prism\nA green run proves that the mock and the document agree.\n--seed 42 repeats this run\n' +
        'note: lifecycle: getPet reads what createPet makes\nnote: deletePet was left out: it has no example',
    ])
    for (const { id } of sampleRun.findings) expect(plain.text.join('\n')).toContain(` ${id}`)
    const [script = ''] = hostile.split('\n')
    expect((await read(hostileRun)).text.join('\n')).toContain(`curl: ${script}`)
  })

  test('the parser does refuse what would be broken', async () => {
    const page = await browser.context.newPage()
    const found = await page.evaluate(
      () => new DOMParser().parseFromString('<a>\u0001</a>', 'application/xml').querySelector('parsererror') !== null,
    )
    expect(found).toBe(true)
  })
})
