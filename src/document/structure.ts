import {
  bundle,
  type Config,
  createConfig,
  type Document,
  lintDocument,
  type RawUniversalConfig,
} from '@redocly/openapi-core'
import type { Finding } from '../report/finding.ts'
import { isObject, type JsonObject } from './json.ts'
import { type Locations, locationIn } from './locations.ts'
import type { SourceFiles } from './source-files.ts'

/** What makes a document usable at all; style is the ruleset's work. */
const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-identical-paths': 'warn',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
  'path-params-defined': 'error',
  'structure/schema-patterns': 'error',
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
  })
  return problems.filter(isOfConsequence).map(({ ruleId, severity, message, location }) => ({
    id: ruleId,
    severity: severity === 'warn' ? 'warning' : 'error',
    message: message.trim(),
    ...(location[0] && { location: locationIn(location[0]) }),
  }))
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
    'schema-patterns': () => ({ Schema: schemaPatterns }),
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

function patternError(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u')
    return undefined
  } catch (error) {
    return `${error instanceof Error ? error.message : error}; JSON Schema patterns are ECMA-262 with the u flag`
  }
}
