import { expect, test } from 'vitest'
import type { Finding } from '../../src/report/finding.ts'
import { markdownFindings } from '../../src/report/markdown-findings.ts'

const findings = (id: string, count: number, more: Partial<Finding> = {}): Finding[] =>
  Array.from({ length: count }, (_, index) => {
    return { id, severity: 'error', operationId: 'getPet', message: `Finding ${index}.`, ...more }
  })

/** Each character of it takes three bytes. */
const wide = '漢'.repeat(100)

test('findings that fit are all there, and nothing is said to be left out', () => {
  expect(markdownFindings([...findings('odd', 2), ...findings('rare', 1, { seed: 7 })], 10_000)).toBe(`

### error odd: 2 findings

**getPet**

Finding 0.

**getPet**

Finding 1.

### error rare: 1 finding

**getPet · seed 7**

Finding 0.`)
})

test('what just fits beside the room for two lines is shown', () => {
  const all = findings('odd', 5)
  const whole = markdownFindings(all, 10_000)
  expect(markdownFindings(all, Buffer.byteLength(whole) + 2 * 200)).toBe(whole)
})

test('without room it is only said how many findings there are', () => {
  expect(markdownFindings([...findings('odd', 2), ...findings('rare', 3)], 300)).toBe(
    '\n\n**5 of 5 findings left out to keep this short; `--report json=FILE` has them all.**',
  )
})

test('in any room the text keeps to it, and what is shown and what is not add up', () => {
  const all = [...findings(wide, 20), ...findings('odd', 20)]
  const counts = new Set<number>()
  for (let bytes = 200; bytes < 4000; bytes++) {
    const text = markdownFindings(all, bytes)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes)
    const [, left = 0] = /\*\*(\d+) of 40 findings left out/.exec(text) ?? []
    const shown = text.split('**getPet**').length - 1
    expect(shown + Number(left)).toBe(40)
    for (const check of text.split('### ').slice(1)) {
      const [, more = 0] = /… and (\d+) more of this check/.exec(check) ?? []
      expect(check.split('**getPet**').length - 1 + Number(more)).toBe(20)
    }
    counts.add(shown)
  }
  expect([...counts]).toEqual(Array.from({ length: 41 }, (_, index) => index))
})

test('the room that one check leaves goes to the next', () => {
  const text = markdownFindings([...findings('rare', 1), ...findings('odd', 1000)], 20_000)
  expect(Buffer.byteLength(text)).toBeGreaterThan(19_000)
})

test('a curl line is kept where another fact is cut', () => {
  const long = 'x'.repeat(9000)
  const text = markdownFindings(findings('odd', 1, { expected: long, got: long, curl: long }), 20_000)
  expect(
    text.match(/x+ … \(\d+ more characters\)/g)?.map((cut) => cut.replace(/x+/, ({ length }) => `${length}`)),
  ).toEqual(['1000 … (8000 more characters)', '1000 … (8000 more characters)', '8000 … (1000 more characters)'])
})
