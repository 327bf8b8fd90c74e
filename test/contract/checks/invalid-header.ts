import { schemaRules } from '../../../src/contract/schema-rules.ts'
import type { JsonSchema } from '../../../src/document/model.ts'
import { answering, type Row } from '../exchange.ts'
import { model as plain } from '../our-model.ts'

const header = (name: string, schema: JsonSchema, required = false) => ({
  name,
  required,
  description: '',
  schema,
})
const operation = answering({
  headers: [
    header('x-count', { type: 'integer', minimum: 1 }, true),
    header('x-ratio', { type: 'number' }),
    header('x-flag', { type: 'boolean' }),
    header('x-on', { type: 'boolean', const: true }),
    header('x-size', { $ref: 'Size' }),
    header('x-sizes', { type: 'array', items: { $ref: 'Size' } }),
  ],
})
const wide = { type: 'integer', maximum: 9 }

/** Our document names no header, so no schema for one. */
const by = withSize()

export const rows: readonly Row[] = (
  [
    {
      what: 'documented headers with valid values, and one that is not documented',
      headers: { 'x-count': '3', 'x-ratio': '0.5', 'x-flag': 'false', 'x-on': 'true', 'x-other': '?' },
      verdicts: [],
    },
    { what: 'headers that may be left out', headers: { 'x-count': '3' }, verdicts: [] },
    { what: 'a number behind a reference', headers: { 'x-count': '3', 'x-size': '9' }, verdicts: [] },
    { what: 'a list of numbers', headers: { 'x-count': '3', 'x-sizes': '1, 9' }, verdicts: [] },
    { what: 'an empty list', headers: { 'x-count': '3', 'x-sizes': '' }, verdicts: [] },
    {
      what: 'anything below the document',
      expectation: { kind: 'undocumented', what: 'path' },
      verdicts: [],
    },
    {
      what: 'a required header that is missing',
      verdicts: [{ message: 'The required header x-count is missing', expected: 'x-count', got: 'no such header' }],
    },
    {
      what: 'a header with a value out of bounds',
      headers: { 'x-count': '0' },
      verdicts: [{ message: 'The header x-count must be >= 1', expected: 'must be >= 1', got: '0' }],
    },
    {
      what: 'words in the place of a number and of a boolean',
      headers: { 'x-count': '3', 'x-ratio': '', 'x-flag': 'yes' },
      verdicts: [
        { message: 'The header x-ratio must be number', expected: 'must be number', got: '' },
        { message: 'The header x-flag must be boolean', expected: 'must be boolean', got: 'yes' },
      ],
    },
    {
      what: 'another boolean than the document has',
      headers: { 'x-count': '3', 'x-on': 'false' },
      verdicts: [
        { message: 'The header x-on must be equal to constant', expected: 'must be equal to constant', got: 'false' },
      ],
    },
    {
      what: 'a list with a value out of bounds',
      headers: { 'x-count': '3', 'x-sizes': '1,10' },
      verdicts: [{ message: 'The header x-sizes must be <= 9', expected: 'must be <= 9', got: '1,10' }],
    },
  ] satisfies Row[]
).map((row) => ({ operation, by, ...row }))

function withSize() {
  const model = { ...plain, schemas: { ...plain.schemas, Size: wide } }
  return { model, rules: schemaRules(model), secrets: [] }
}
