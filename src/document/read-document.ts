import { existsSync } from 'node:fs'
import { type Document, YamlParseError } from '@redocly/openapi-core'
import { CannotRunError } from '../report/cannot-run-error.ts'
import { errorsOf, type Finding, type Location, warningsOf } from '../report/finding.ts'
import { canonical } from './canonical.ts'
import { isObject, type JsonObject, pointerOf } from './json.ts'
import { locations, shownPath } from './locations.ts'
import { type DerivedId, withOperationIds, withPathItemsInPlace } from './operation-id.ts'
import { type InputFile, type SourceFiles, sourceFiles } from './source-files.ts'
import { bundled, structureFindings } from './structure.ts'

/** A document that was read, checked and joined into one. */
export interface SourceDocument {
  /** The whole document as one canonical JSON object. */
  readonly bundle: JsonObject
  readonly inputs: readonly InputFile[]
  readonly warnings: readonly Finding[]
  /** What makes the document unusable; the bundle is then only good for finding more of it. */
  readonly errors: readonly Finding[]
  /** Where the value under a pointer of the bundle was written. */
  readonly locate: (pointer: string) => Location | undefined
}

/** How a document is read. */
export interface ReadOptions {
  /** Whether `$ref` may load files over http; default false. */
  readonly allowRemote?: boolean
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document and every file that it refers to.
 *
 * @throws {CannotRunError} listing every problem of the document with its file, line and JSON pointer
 */
export async function readDocument(spec: string, options: ReadOptions = {}): Promise<SourceDocument> {
  const source = await inspectDocument(spec, options)
  refuse(spec, source.errors)
  return source
}

/**
 * Reads a document like `readDocument`, and leaves it to the caller to refuse it for its errors, when all are found.
 *
 * @throws {CannotRunError} when it cannot be read at all: no such file, no YAML, another version
 */
export async function inspectDocument(spec: string, options: ReadOptions = {}): Promise<SourceDocument> {
  if (!existsSync(spec)) throw new CannotRunError(`Cannot read ${spec}: there is no such file.`)
  const files = sourceFiles(spec, { allowRemote: options.allowRemote ?? false })
  const document = await parsedDocument(spec, files)
  refuseOtherVersions(spec, document)
  const memory = locations()
  const findings = await structureFindings({ document, files }, memory)
  const whole = withPathItemsInPlace(
    await bundled({ document, files }).catch((cause: unknown) => {
      refuse(spec, errorsOf(findings))
      throw cause
    }),
  )
  const locate = (pointer: string) => memory.locate(whole, pointer)
  const named = withOperationIds(whole)
  return {
    bundle: canonical(named.document) as JsonObject,
    inputs: files.inputs(),
    warnings: [...warningsOf(findings), ...named.derived.map((operation) => derivedIdWarning(operation, locate))],
    errors: errorsOf(findings),
    locate,
  }
}

function derivedIdWarning(derived: DerivedId, locate: SourceDocument['locate']): Finding {
  const { method, path, operationId, shared } = derived
  const location = locate(pointerOf(['paths', path, method]))
  const why = shared === undefined ? 'has no operationId' : `shares the operationId ${shared} with another path`
  const message = `${method.toUpperCase()} ${path} ${why}; it is called ${operationId} until the document names it`
  return { id: 'operation-id-missing', severity: 'warning', message, ...(location && { location }) }
}

/** Ends the work when there is an error among the findings. */
export function refuse(spec: string, errors: readonly Finding[]): void {
  if (errors.length === 0) return
  const count = errors.length === 1 ? '1 problem' : `${errors.length} problems`
  throw new CannotRunError(`${shownPath(spec)} has ${count} and cannot be used.`, { findings: errors })
}

async function parsedDocument(spec: string, files: SourceFiles): Promise<Document> {
  const document = await files.resolver.resolveDocument(null, files.root, true).catch((error: unknown) => error)
  if (document instanceof YamlParseError) {
    const line = Number.isNaN(document.line) ? 1 : document.line
    const message = document.message.replace(/ in ".*" \(\d+:\d+\)$/, '')
    refuse(spec, [problem('not-yaml', message, { file: shownPath(files.root), line, pointer: '#' })])
  }
  if (document instanceof Error || !isObject(document)) {
    const reason = document instanceof Error ? document.message : String(document)
    throw new CannotRunError(`Cannot read ${spec}: ${reason}`, { cause: document })
  }
  return document as unknown as Document
}

function refuseOtherVersions(spec: string, { parsed, source }: Document): void {
  const given = isObject(parsed) ? (parsed.openapi ?? parsed.swagger) : undefined
  if (isObject(parsed) && typeof given === 'string' && /^3\.[01]\.\d+(-[\w.]+)?$/.test(given) && 'openapi' in parsed)
    return
  const key = isObject(parsed) && 'swagger' in parsed ? 'swagger' : 'openapi'
  const line = source.getLines().findIndex((text) => new RegExp(`^\\W*${key}\\b`).test(text)) + 1 || 1
  const message = versionMessage(given)
  refuse(spec, [
    problem('openapi-version', message, { file: shownPath(source.absoluteRef), line, pointer: `#/${key}` }),
  ])
}

function versionMessage(given: unknown): string {
  if (typeof given !== 'string' && typeof given !== 'number') {
    return 'This is no OpenAPI document: it has no `openapi: 3.0.x` or `openapi: 3.1.x`'
  }
  return /^3(\.[01])?$/.test(String(given))
    ? `The version ${given} is not written in full; write it as a text of three numbers, such as "3.0.3" or "3.1.1"`
    : `OpenAPI ${given} is not supported; use 3.0 or 3.1`
}

function problem(id: string, message: string, location: Location): Finding {
  return { id, severity: 'error', message, location }
}
