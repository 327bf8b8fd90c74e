import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats, { type FormatsPlugin } from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/diff/change.ts'
import { pairedOperations, parameterName } from '../../src/diff/changes/paired-operations.ts'
import { partsOf } from '../../src/diff/changes/parts.ts'
import { foundChanges } from '../../src/diff/compare-documents.ts'
import type { JsonSchema, Model, Operation } from '../../src/document/model.ts'
import { type Mutant, mutants, mutated, prepared } from './mutants.ts'
import { asRevision, ourDocument } from './revisions.ts'

/** Revisions before and after a mutant's edit, and what was found between them. */
function compared(mutant: Mutant) {
  const base = asRevision(prepared(ourDocument, mutant))
  const revision = asRevision(mutated(ourDocument, mutant))
  return { base, revision, ...foundChanges(base, revision) }
}

const rows = mutants.map((mutant) => [mutant.id, mutant] as const)

describe('what is found between our document and an edit of it', () => {
  test.each(rows)('%s', (_, mutant) => {
    const { base, revision, changes } = compared(mutant)
    expect(JSON.stringify(revision.bundle)).not.toBe(JSON.stringify(base.bundle))
    expect({ wire: rating(changes, 'wire'), names: rating(changes, 'names') }).toEqual({
      wire: mutant.wire,
      names: mutant.names ?? expect.not.stringMatching('breaking'),
    })
    for (const change of changes) expect(revalidated(change, base.model, revision.model)).toBe(true)
  })
})

function rating(changes: readonly Change[], audience: Change['audience']): string {
  const ratings = changes.filter((change) => change.audience === audience).map((change) => change.rating)
  return ratings.includes('breaking') ? 'breaking' : (ratings[0] ?? 'equivalent')
}

/** Whether a witness is what it is said to be, by validators that are made for this test from the same models. */
function revalidated(change: Change, base: Model, revision: Model): boolean {
  const { witness, where, operations, id } = change
  if (!witness) return true
  const pair = pairedOperations(base, revision).pairs.find((one) => operations.includes(one.revision.operationId))
  if (!pair) return false
  const validities = /^(parameter|body|header)-/.test(id)
    ? ([pair.base, pair.revision] as const).map((operation) => isWhole(operation, Object(witness.value), where))
    : partsOf([asModel(base), asModel(revision)], pair)
        .filter((one) => where.includes(one.where))
        .slice(0, 1)
        .flatMap((part) => [
          isValid(base, part.base.schema, readings(witness.value, part.base.isText)),
          isValid(revision, part.revision.schema, readings(witness.value, part.revision.isText)),
        ])
  return JSON.stringify(validities) === JSON.stringify(witness.validIn === 'base' ? [true, false] : [false, true])
}

function asModel(model: Model) {
  return { ...asRevision(ourDocument), model }
}

/** Whether a message has every part that an operation requires, and none that it does not describe. */
function isWhole(operation: Operation, message: object, [where = '']: readonly string[]): boolean {
  const [, header, status] = /^header (.*) of (.*)$/.exec(where) ?? []
  const parts =
    header === undefined
      ? [
          ...operation.parameters.map((one) => [parameterName(operation, one), one.required] as const),
          ...(operation.requestBody ? [['body', operation.requestBody.required] as const] : []),
        ]
      : (operation.responses.find((one) => one.status === status)?.headers ?? []).map(
          (one) => [one.name.toLowerCase(), one.required] as const,
        )
  const names = Object.keys(message)
  return (
    parts.every(([name, required]) => !required || names.includes(name)) &&
    names.every((name) => parts.some(([known]) => known === name))
  )
}

/** What the text may mean that a value is sent as. */
function readings(value: unknown, isText = false): unknown[] {
  if (!isText) return [value]
  const number = Number(value)
  return [value, String(value), ...(Number.isNaN(number) ? [] : [number])]
}

function isValid({ schemas }: Model, schema: JsonSchema, values: readonly unknown[]): boolean {
  const ajv = new Ajv2020({ strict: false, logger: false })
  const plugin = addFormats as unknown as FormatsPlugin
  plugin(ajv)
  for (const [name, one] of Object.entries(schemas)) ajv.addSchema(typeof one === 'boolean' ? {} : { ...one }, name)
  const validate = ajv.compile(typeof schema === 'boolean' ? {} : { ...schema })
  return values.some((value) => validate(value))
}
