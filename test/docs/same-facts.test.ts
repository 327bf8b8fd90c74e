import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pagesOf } from '../../src/docs/build-docs.ts'
import { root } from '../workspace.ts'
import { ourSite } from './reference.ts'
import { factsInDocument, factsInHtml, factsInMarkdown } from './told-facts.ts'

const files = await pagesOf(ourSite)
const document = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'))
const pages = ourSite.operations.map(({ operation, path }) => [operation.operationId, { operation, path }] as const)

test.each(pages)(
  '%s is told in HTML, in Markdown and in the document with the same facts',
  (_, { operation, path }) => {
    const facts = factsInDocument(document, operation.path, operation.method)
    expect(facts.length).toBeGreaterThan(10)
    expect(factsInHtml(files.get(`${path}.html`) ?? '')).toEqual(facts)
    expect(factsInMarkdown(files.get(`${path}.md`) ?? '')).toEqual(facts)
  },
)

test('the document that is offered for download is the one that the site was made from', () => {
  expect(JSON.parse(files.get('openapi.json') ?? '')).toEqual(document)
})

test('a fact that one of them lacks is noticed', () => {
  const html = files.get('operations/createGateway.html') ?? ''
  const markdown = files.get('operations/createGateway.md') ?? ''
  const facts = factsInHtml(html)
  expect(factsInHtml(html.replace('1 to 38 characters', 'a few characters'))).not.toEqual(facts)
  expect(factsInHtml(html.replace(' <span class="required">required</span>', ''))).not.toEqual(facts)
  expect(factsInMarkdown(markdown.replace('- `apiKey` (string', '- `apiKey` (integer'))).not.toEqual(facts)
  expect(factsInMarkdown(markdown.replace('### `409`', '### '))).not.toEqual(facts)
})
