import { expect, test } from 'vitest'
import { htmlFindings } from '../../src/report/html-findings.ts'
import { textsOf } from './read-html.ts'
import { hostile, sampleRun } from './sample-run.ts'

test('findings stand by their check and with their case, errors first', () => {
  expect(textsOf(htmlFindings(sampleRun.findings).markup, 'h3', 'h4')).toEqual([
    ...['error body-valid: 1 finding', 'getPet example/getPet'],
    ...['error status-expected: 1 finding', 'getPet example/getPet'],
    ...['error rule-without-case: 1 finding', 'createPet'],
    ...['warning name-known: 2 findings', 'createPet example/createPet', 'getPet example/getPet'],
    ...['warning lifecycle: 1 finding', 'The run as a whole'],
  ])
})

test('a finding shows what it says, and each fact that it carries under its name', () => {
  const finding = { id: 'body-valid', severity: 'error', message: 'A body & a <rule>', operationId: 'getPet' } as const
  const facts = { pointer: '#/name', expected: 'a name', got: '7\n', curl: "curl -i 'http://host/pet'", seed: 7 }
  expect(
    htmlFindings([{ ...finding, ...facts }]).markup,
  ).toBe(`<h3><span class="error">error</span> body-valid: 1 finding</h3>
<article>
<h4>getPet</h4>
<p>A body &amp; a &lt;rule&gt;</p>
<dl>
<dt>pointer</dt><dd class="code">#/name</dd>
<dt>expected</dt><dd><pre>
a name</pre></dd>
<dt>got</dt><dd><pre>
7
</pre></dd>

<dt>curl</dt><dd><pre>
curl -i 'http://host/pet'</pre></dd>
<dt>seed</dt><dd class="code">7</dd>
</dl>
</article>
`)
})

test('a fact that a finding does not carry is not named', () => {
  const [facts] = textsOf(htmlFindings([{ id: 'odd', severity: 'warning', message: 'Odd' }]).markup, 'dl')
  expect(facts?.trim()).toBe('')
})

test('a hostile text makes no element', () => {
  const finding = { id: hostile, severity: 'warning', message: hostile, got: hostile, curl: hostile } as const
  const tags = (text: string) => text.match(/<[^>]*>/g)
  const plain = { ...finding, id: 'odd', message: 'Odd', got: '7', curl: 'curl' }
  expect(tags(htmlFindings([finding]).markup)).toEqual(tags(htmlFindings([plain]).markup))
})

test('a run without findings says so', () => {
  expect(htmlFindings([]).markup).toBe('<p>None.</p>\n')
})
