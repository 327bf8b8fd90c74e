import {
  bundleDocument,
  type Config,
  createConfig,
  type Document,
  detectSpec,
  lintDocument,
  type NormalizedProblem,
  type RawUniversalConfig,
  type SpecVersion,
} from '@redocly/openapi-core'
import { CannotRunError } from '../report/cannot-run-error.ts'
import type { Finding } from '../report/finding.ts'
import { type JsonObject, pointerTokens } from './json.ts'
import { type Locations, lineReader, shownPath } from './locations.ts'
import { nodeTypes } from './node-types.ts'
import { leadsIntoValue } from './shape.ts'
import type { LocatedSelfReference, SourceFiles } from './source-files.ts'
import {
  neverSent,
  operationIdUnique,
  origins,
  schemaKeyword,
  schemaPattern,
  unknownKeyword,
} from './structure-rules.ts'

/** What makes a document usable at all; style is the ruleset's work. */
const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-identical-paths': 'warn',
  'operation-parameters-unique': 'error',
  'path-params-defined': 'error',
  'structure/schema-pattern': 'error',
  'structure/loose-pattern': 'warn',
  'structure/schema-keyword': 'error',
  'structure/unknown-keyword': 'warn',
  'structure/never-sent': 'warn',
  'structure/operation-id-unique': 'error',
  'structure/origins': 'error',
} as const

/** A document that was parsed, and the files that it leads to. */
export interface ParsedDocument {
  readonly document: Document
  readonly files: SourceFiles
}

/** Checks the structure of a parsed document and everything that it refers to. */
export async function structureFindings(parsed: ParsedDocument, locations: Locations): Promise<Finding[]> {
  const { document, files } = parsed
  const config = await structureConfig(locations)
  const version = detectSpec(document.parsed)
  const problems = await lintDocument({
    document,
    config: config.styleguide,
    externalRefResolver: files.resolver,
    customTypes: nodeTypes(version),
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const between = files.selfReferencesBetween().map((one) => selfReferenceFinding(one, lineReader()))
    const message = `The structure cannot be checked from about here on: ${reason}`
    const location = locations.last() ?? { file: shownPath(files.root), line: 1, pointer: '#' }
    throw new CannotRunError(`The structure of ${shownPath(files.root)} cannot be checked: ${reason}`, {
      findings: between.length > 0 ? between : [{ id: 'structure-unreadable', severity: 'error', message, location }],
      cause,
    })
  })
  const locate = lineReader()
  const loops = files.selfReferences().map((one) => selfReferenceFinding(one, locate))
  const found = problems.filter(isOfConsequence(version, files)).map((problem) => findingOf(problem, locate))
  // A mapping that leads nowhere is reported twice: as a reference and as a mapping.
  return [...loops, ...new Map(found.map((finding) => [JSON.stringify(finding), finding])).values()]
}

function selfReferenceFinding(one: LocatedSelfReference, locate: ReturnType<typeof lineReader>): Finding {
  const { source, pointer, chain } = one
  return {
    id: 'self-reference',
    severity: 'error',
    message: `This reference leads back to itself and names nothing: ${chain.map(shownPath).join(' → ')}`,
    location: locate({ source, pointer, reportOnKey: false }),
  }
}

function findingOf(problem: NormalizedProblem, locate: ReturnType<typeof lineReader>): Finding {
  const { ruleId, severity, message } = problem
  const [place] = problem.location
  const location = place && locate(place)
  const isReference = ruleId === 'no-unresolved-refs' && !location?.pointer.includes('/discriminator/mapping/')
  const about = location && isReference ? referenceIn(place.source.getLines()[location.line - 1] ?? '') : ''
  return {
    id: ruleId.replace('structure/', ''),
    severity: severity === 'warn' ? 'warning' : 'error',
    message: message.trim() + about,
    ...(location && { location }),
  }
}

/** The reference that stands in a line, where there is one. */
function referenceIn(line: string): string {
  const [reference, another] = line.match(/\$ref["']?\s*:\s*("[^"]*"|'[^']*'|[^\s,}]+)/g) ?? []
  return reference === undefined || another !== undefined ? '' : ` (${reference})`
}

/**
 * `nullable` beside `$ref`, `allOf` or `enum` is common in 3.0 documents, and read here as what its writers mean. In
 * 3.1 a reference may lead to a schema that is `true` or `false`. What looks like a reference in an example may be a
 * plain value. Redocly knows only some of the names that a path parameter may have.
 */
function isOfConsequence(version: SpecVersion, { content }: SourceFiles): (problem: NormalizedProblem) => boolean {
  return ({ ruleId, message, location: [place] }) => {
    const [, parameter = '', path = ''] = /^Path parameter `(.*)` is not used in the path `(.*)`\.$/.exec(message) ?? []
    if (ruleId === 'path-params-defined') return !path.includes(`{${parameter}}`)
    if (ruleId === 'no-unresolved-refs') {
      return !place || !leadsIntoValue(content(place.source), pointerTokens(place.pointer ?? '#'))
    }
    return (
      !message.includes('`type` field must be defined when the `nullable` field is used') &&
      !(version === 'oas3_1' && message === 'Expected type `Schema` (object) but got `boolean`')
    )
  }
}

/** One document without references to other files. */
export async function bundled({ document, files }: ParsedDocument): Promise<JsonObject> {
  const config = await createConfig({})
  const customTypes = nodeTypes(detectSpec(document.parsed))
  const { styleguide } = config
  const options = { document, config: styleguide, externalRefResolver: files.resolver, customTypes }
  const result = await bundleDocument(options)
  return result.bundle.parsed
}

async function structureConfig(locations: Locations): Promise<Config> {
  const oas3 = {
    'schema-pattern': () => schemaPattern({ onlyLoose: false }),
    'loose-pattern': () => schemaPattern({ onlyLoose: true }),
    'schema-keyword': schemaKeyword,
    'unknown-keyword': unknownKeyword,
    'never-sent': neverSent,
    'operation-id-unique': operationIdUnique,
    origins: () => origins(locations),
  }
  // A plugin's rules are typed per node type there; ours are written against the part that they use.
  const config = { rules, plugins: [{ id: 'structure', rules: { oas3 } }] } as unknown as RawUniversalConfig
  return createConfig(config, { extends: [] })
}
