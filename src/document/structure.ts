import {
  bundle,
  type Config,
  createConfig,
  type Document,
  lintDocument,
  type NormalizedProblem,
  type RawUniversalConfig,
} from '@redocly/openapi-core'
import { CannotRunError } from '../report/cannot-run-error.ts'
import type { Finding } from '../report/finding.ts'
import { isObject, type JsonObject, textAt } from './json.ts'
import { type Locations, lineReader, shownPath } from './locations.ts'
import type { SourceFiles } from './source-files.ts'

/** What makes a document usable at all; style is the ruleset's work. */
const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-identical-paths': 'warn',
  'operation-parameters-unique': 'error',
  'path-params-defined': 'error',
  'structure/schema-pattern': 'error',
  'structure/operation-id-unique': 'error',
  'structure/origins': 'error',
} as const

/** Checks the structure of a parsed document and everything that it refers to. */
export async function structureFindings(
  document: Document,
  files: SourceFiles,
  locations: Locations,
): Promise<Finding[]> {
  const config = await structureConfig(locations)
  const problems = await lintDocument({
    document,
    config: config.styleguide,
    externalRefResolver: files.resolver,
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CannotRunError(`The structure of ${shownPath(files.root)} cannot be checked: ${reason}`, { cause })
  })
  const locate = lineReader()
  return problems.filter(isOfConsequence).map((problem) => findingOf(problem, locate))
}

function findingOf(problem: NormalizedProblem, locate: ReturnType<typeof lineReader>): Finding {
  const { ruleId, severity, message } = problem
  const [place] = problem.location
  const location = place && locate(place)
  const line = location && place.source.getLines()[location.line - 1]?.trim()
  const about = ruleId === 'no-unresolved-refs' && line?.includes('$ref') ? ` (${line})` : ''
  return {
    id: ruleId.replace('structure/', ''),
    severity: severity === 'warn' ? 'warning' : 'error',
    message: message.trim() + about,
    ...(location && { location }),
  }
}

/** `nullable` beside `$ref`, `allOf` or `enum` is common in 3.0 documents, and read here as what its writers mean. */
function isOfConsequence({ message }: { readonly message: string }): boolean {
  return !message.includes('`type` field must be defined when the `nullable` field is used')
}

/** One document without references to other files. */
export async function bundled(document: Document, files: SourceFiles): Promise<JsonObject> {
  const config = await createConfig({})
  const result = await bundle({ doc: document, config, externalRefResolver: files.resolver })
  return result.bundle.parsed
}

async function structureConfig(locations: Locations): Promise<Config> {
  const oas3 = {
    'schema-pattern': () => ({ Schema: schemaPatterns }),
    'operation-id-unique': () => ({ Operation: operationIdUnique() }),
    origins: () => ({
      any: {
        enter(node: unknown, { location }: Visit) {
          if (typeof node === 'object' && node !== null) locations.remember(node, location.source, location.pointer)
        },
      },
    }),
  }
  // A plugin's rules are typed per node type there; ours are written against the part that they use.
  const config = { rules, plugins: [{ id: 'structure', rules: { oas3 } }] } as unknown as RawUniversalConfig
  return createConfig(config, { extends: [] })
}

interface Visit {
  readonly location: {
    readonly source: Parameters<Locations['remember']>[1]
    readonly pointer: string
    child(key: string): unknown
  }
  report(problem: { readonly message: string; readonly location: unknown }): void
}

/** A pattern that is no regular expression is found here, where its line is known. */
const schemaPatterns = {
  enter(schema: unknown, { location, report }: Visit) {
    if (!isObject(schema)) return
    const named = isObject(schema.patternProperties) ? Object.keys(schema.patternProperties) : []
    const patterns = typeof schema.pattern === 'string' ? [schema.pattern, ...named] : named
    for (const pattern of patterns) {
      const reason = patternError(pattern)
      if (reason) report({ message: reason, location: location.child('pattern') })
    }
  },
}

/** The same operationId twice: both places are named, because either may be the wrong one. */
function operationIdUnique() {
  const first = new Map<string, string>()
  return {
    enter(operation: unknown, { location, report }: Visit) {
      const id = textAt(operation, 'operationId')
      if (id === undefined) return
      const other = first.get(id)
      if (other === undefined) first.set(id, location.pointer)
      else report({ message: `The operationId ${id} is taken by ${other}`, location: location.child('operationId') })
    },
  }
}

function patternError(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u')
    return undefined
  } catch (error) {
    return `${error instanceof Error ? error.message : error}; JSON Schema patterns are ECMA-262 with the u flag`
  }
}
