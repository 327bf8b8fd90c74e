import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { schemaRules } from '../../src/contract/schema-rules.ts'
import { canonical } from '../../src/document/canonical.ts'
import { isObject, type JsonObject, objectAt, replaced } from '../../src/document/json.ts'
import type { JsonSchema } from '../../src/document/model.ts'
import { readModel } from '../../src/document/read-model.ts'
import { root } from '../workspace.ts'
import { type Mutant, mutants, mutated, prepared } from './mutants.ts'

const ours: JsonObject = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'))

interface Value {
  readonly name: string
  readonly value: unknown
}

const examples: readonly Value[] = Object.entries(objectAt(ours.components, 'examples')).map(([name, example]) => ({
  name,
  value: isObject(example) ? example.value : undefined,
}))

/** Members of requests that few examples have: a second authentication, a second routing. */
const others = { coreWeaveAuth: {}, weightsAndBiasesAuth: {}, bodyBasedRouting: {}, pathBasedRouting: {} }
const otherValues = [
  undefined,
  null,
  '',
  'x'.repeat(38),
  'x'.repeat(39),
  'API_TYPE_OPENAI',
  -1,
  0,
  1.5,
  2 ** 31 - 1,
  2 ** 31,
  true,
  [],
  {},
  { apiKey: 'k' },
  ['a', 'a'],
]
const broken = /^create-|^update-core-weave|-numeric-enums$|-several$|^parameters-|^error-failed/

/** The example with one of its members, at any depth, something else. */
function variants({ name, value }: Value): readonly Value[] {
  const whole = /^create-|^update-/.test(name) ? { ...others, ...Object(value) } : value
  return placesIn(whole).flatMap((place) =>
    [whole, value].flatMap((before) =>
      otherValues.map((after) => ({
        name: `${name} with ${JSON.stringify(after)} at ${place.join('/')} of ${Object.keys(Object(before))}`,
        value: replaced(before, place, after),
      })),
    ),
  )
}

function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.entries(value).flatMap(([key, member]) => placesIn(member).map((place) => [key, ...place]))]
}

const values = [...examples, ...examples.filter(({ name }) => broken.test(name)).flatMap(variants)]
const asked = values.filter(({ name }) => /^(create|update)-/.test(name))
const failed = values.filter(({ name }) => /^error-/.test(name))
const answered = values.filter((value) => !asked.includes(value) && !failed.includes(value))

/** Body → which of the examples that are meant for its like are valid. */
function verdicts(document: JsonObject): ReadonlyMap<string, readonly boolean[]> {
  const model = readModel(document)
  const { violations } = schemaRules(model)
  const judge = (likes: readonly Value[]) => {
    const judged = memo((text: string) => {
      const schema = JSON.parse(text)
      return likes.map(({ value }) => violations(schema, value).length === 0)
    })
    return (schema: JsonSchema) => judged(JSON.stringify(schema))
  }
  const [request, answer, error] = [judge(asked), judge(answered), judge(failed)]
  return new Map(
    model.operations.flatMap(({ operationId, requestBody, responses }) => [
      ...(requestBody?.content ?? []).map(
        ({ mediaType, schema }) => [`${operationId} request ${mediaType}`, request(schema)] as const,
      ),
      ...responses.flatMap(({ status, content }) =>
        content.map(
          ({ mediaType, schema }) =>
            [`${operationId} ${status} ${mediaType}`, status === '200' ? answer(schema) : error(schema)] as const,
        ),
      ),
    ]),
  )
}

const before = memo(verdicts)

/** The bodies in which a value was valid and is not, or the other way round. */
function turned(mutant: Mutant, valid: 'before' | 'after'): readonly string[] {
  const after = verdicts(mutated(ours, mutant))
  return [...before(prepared(ours, mutant))]
    .filter(([body, were]) =>
      were.some((was, index) => {
        const is = after.get(body)?.[index]
        return is !== undefined && is !== was && (valid === 'before' ? was : is)
      }),
    )
    .map(([body]) => body)
}

function memo<T, R>(work: (key: T) => R): (key: T) => R {
  const done = new Map<T, R>()
  return (key) => {
    const result = done.get(key) ?? work(key)
    done.set(key, result)
    return result
  }
}

function text(document: JsonObject): string {
  return JSON.stringify(canonical(document))
}

const isRewrite = ({ wire, side }: Mutant) => wire === 'equivalent' && (side === 'request' || side === 'response')

/** Some values hold names that are not documented, which a closed object refuses. */
const refusingNone = mutants.filter(
  ({ id, side, wire }) => side === 'request' && wire === 'safe' && id !== 'header-routing-closed',
)

describe('the mutants', () => {
  test('are many, and each has an id of its own', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(80)
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
    for (const { id } of mutants) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
  })

  test('hold at least 25 rewrites', () => {
    expect(mutants.filter(isRewrite).length).toBeGreaterThanOrEqual(25)
  })

  test('have every verdict on every side', () => {
    const pairs = new Set(mutants.map(({ side, wire }) => `${side} ${wire}`))
    const all = ['request', 'response', 'operation', 'document'].flatMap((side) =>
      ['breaking', 'safe', 'equivalent'].map((wire) => `${side} ${wire}`),
    )
    expect([...pairs].sort()).toEqual(all.sort())
  })

  test('leave the document as it was', () => {
    const before = JSON.stringify(ours)
    for (const mutant of mutants) mutated(ours, mutant)
    expect(JSON.stringify(ours)).toBe(before)
  })

  test.each(mutants)('$id changes the document, which can still be read', (mutant) => {
    const document = mutated(ours, mutant)
    // Order alone is a change too, though the canonical form has none.
    expect(JSON.stringify(document)).not.toBe(JSON.stringify(prepared(ours, mutant)))
    expect(text(document).length).toBeGreaterThan(0)
    const model = readModel(document)
    const rules = schemaRules(model)
    for (const schema of Object.values(model.schemas)) expect(rules.violations(schema, 0)).toBeInstanceOf(Array)
  })

  test.each(mutants.filter(isRewrite))('$id means the same to every example', (mutant) => {
    expect(verdicts(mutated(ours, mutant))).toEqual(before(prepared(ours, mutant)))
  })

  test.each(refusingNone)('$id refuses no request that was valid', (mutant) => {
    expect(turned(mutant, 'before').filter((body) => body.includes(' request '))).toEqual([])
  })

  test.each(mutants.filter(({ side, wire }) => side === 'response' && wire === 'safe'))(
    '$id lets no answer come that could not',
    (mutant) => {
      expect(turned(mutant, 'after').filter((body) => !body.includes(' request '))).toEqual([])
    },
  )
})
