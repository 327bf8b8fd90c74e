import type { Source } from '@redocly/openapi-core'
import { isObject, textAt } from './json.ts'
import { type Locations, shownPath } from './locations.ts'
import { headerSaidBy, methodsWithoutBody } from './never-sent.ts'
import { patternProblem } from './patterns.ts'

/** What Redocly tells a rule about the node that it visits; the part that ours use. */
interface Visit {
  readonly location: {
    readonly source: Source
    readonly pointer: string
    child(keys: readonly (string | number)[]): { key(): unknown }
  }
  readonly type: { readonly properties: object }
  readonly key: string
  readonly oasVersion: string
  report(problem: { readonly message: string; readonly location: unknown }): void
}

/** Remembers where every node was written. */
export function origins(locations: Locations) {
  return {
    any: {
      enter(node: unknown, { location }: Visit) {
        if (typeof node === 'object' && node !== null) locations.remember(node, location.source, location.pointer)
      },
    },
  }
}

/**
 * A pattern that is no regular expression is found here, where its line is known. With `onlyLoose`, those that are one
 * without the `u` flag.
 */
export function schemaPattern({ onlyLoose }: { readonly onlyLoose: boolean }) {
  return {
    Schema: {
      enter(schema: unknown, { location, report }: Visit) {
        if (!isObject(schema)) return
        const named = isObject(schema.patternProperties) ? Object.keys(schema.patternProperties) : []
        const places = [
          ...(typeof schema.pattern === 'string' ? [['pattern', schema.pattern] as const] : []),
          ...named.map((pattern) => ['patternProperties', pattern] as const),
        ]
        for (const [keyword, pattern] of places) {
          const problem = patternProblem(pattern)
          if (!problem || problem.isNone === onlyLoose) continue
          const advice = onlyLoose ? '; it is read without the u flag' : ''
          report({ message: `${problem.reason}${advice}`, location: location.child([keyword]) })
        }
      },
    },
  }
}

/** What JSON Schema asks of the values of keywords, beyond their types (2020-12 validation, section 6). */
export function schemaKeyword() {
  return {
    Schema: {
      enter(schema: unknown, { location, report }: Visit) {
        if (!isObject(schema)) return
        for (const [keyword, value] of Object.entries(schema)) {
          const reason = keywordError(keyword, value)
          if (reason) report({ message: `${keyword} ${reason}`, location: location.child([keyword]) })
        }
      },
    },
  }
}

const neverEmpty = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems', 'enum', 'type'])
const neverTwice = new Set(['required', 'type'])

function keywordError(keyword: string, value: unknown): string | undefined {
  if (keyword === 'multipleOf' && value === 0) return 'must be greater than 0'
  if (keyword === 'dependentRequired' && isObject(value)) return Object.values(value).map(repeated).find(Boolean)
  if (!Array.isArray(value)) return undefined
  if (neverEmpty.has(keyword) && value.length === 0) return 'must have at least one item'
  return neverTwice.has(keyword) ? repeated(value) : undefined
}

function repeated(value: unknown): string | undefined {
  const twice = Array.isArray(value) ? value.find((item, index) => value.indexOf(item) !== index) : undefined
  return twice === undefined ? undefined : `must name ${JSON.stringify(twice)} once`
}

/**
 * A keyword that nobody knows is allowed in 3.1 and holds nothing; it may as well be a slip, so it is worth a warning.
 * In 3.0 the structure has no room for it.
 */
export function unknownKeyword() {
  return {
    Schema: {
      enter(schema: unknown, { location, type, oasVersion, report }: Visit) {
        if (!isObject(schema) || oasVersion !== 'oas3_1') return
        const unknown = Object.keys(schema).filter((key) => !isKnown(key) && !Object.hasOwn(type.properties, key))
        for (const keyword of unknown) {
          const hint = keyword === 'nullable' ? '; OpenAPI 3.1 writes type: [string, "null"]' : ''
          report({
            message: `${keyword} is no keyword of JSON Schema 2020-12 and holds nothing${hint}`,
            location: location.child([keyword]).key(),
          })
        }
      },
    },
  }
}

function isKnown(key: string): boolean {
  return key === '$ref' || key.startsWith('x-')
}

/** What the document asks to send and nothing sends: said as a warning, because the rest is of use. */
export function neverSent() {
  return {
    Operation: {
      enter(operation: unknown, { key, location, report }: Visit) {
        if (!isObject(operation) || !methodsWithoutBody.has(key) || operation.requestBody === undefined) return
        const message = `A ${key.toUpperCase()} has no body; this one is left out`
        report({ message, location: location.child(['requestBody']).key() })
      },
    },
    Parameter: {
      enter(parameter: unknown, { location, report }: Visit) {
        const saidBy = isObject(parameter) ? headerSaidBy(parameter) : undefined
        if (saidBy === undefined) return
        const message = `The header ${textAt(parameter, 'name')} is said by ${saidBy}; this parameter is left out`
        report({ message, location: location.child(['name']) })
      },
    },
  }
}

/** The same operationId twice: both places are named, because either may be the wrong one. */
export function operationIdUnique() {
  const first = new Map<string, Visit['location']>()
  return {
    Operation: {
      enter(operation: unknown, { location, report }: Visit) {
        const id = textAt(operation, 'operationId')
        if (!id) return
        const other = first.get(id)
        if (!other) {
          first.set(id, location)
          return
        }
        const isSameFile = other.source.absoluteRef === location.source.absoluteRef
        const taken = isSameFile ? other.pointer : `${shownPath(other.source.absoluteRef)} ${other.pointer}`
        report({ message: `The operationId ${id} is taken by ${taken}`, location: location.child(['operationId']) })
      },
    },
  }
}
