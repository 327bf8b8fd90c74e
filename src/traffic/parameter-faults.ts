import type { SchemaRules } from '../contract/schema-rules.ts'
import { textAs } from '../contract/text-as.ts'
import { flatSchema, typeOf } from '../document/flat-schema.ts'
import { decoded } from '../document/json.ts'
import type { Model, Operation, Parameter } from '../document/model.ts'
import type { Fault } from './fault.ts'
import { jsonIn } from './find-secrets.ts'
import type { Recorded } from './recorded.ts'

/** The parameters of a request as they were sent, decoded. */
export interface GivenValues {
  readonly path: ReadonlyMap<string, string>
  readonly query: ReadonlyMap<string, readonly string[]>
  readonly header: { readonly [name: string]: string }
  /** Undefined where the recorder left out all cookies. */
  readonly cookie: ReadonlyMap<string, string> | undefined
}

/** Required parameters that are missing, and values that their schemas refuse. */
export function parameterFaults(
  entry: Recorded,
  { operation, path }: { readonly operation: Operation; readonly path: GivenValues['path'] },
  by: { readonly model: Model; readonly rules: SchemaRules },
): Fault[] {
  const given: GivenValues = {
    path,
    query: queryOf(entry.url),
    header: entry.request.headers,
    cookie: cookiesOf(entry),
  }
  const readable = operation.parameters.filter((parameter) => isReadable(by.model, parameter))
  return readable.flatMap((parameter) => faultsOf(parameter, textsOf(parameter, given), by))
}

/** The members of an object stand in as many ways as there are styles: those are left to drift. */
function isReadable(model: Model, { mediaType, schema, style, in: place }: Parameter): boolean {
  if (place === 'path' && style !== 'simple') return false
  const flat = flatSchema(model, [schema])
  return mediaType !== undefined || (flat.choices.length === 0 && typeOf(flat) !== 'object')
}

function faultsOf(
  parameter: Parameter,
  texts: readonly string[] | undefined,
  { model, rules }: { readonly model: Model; readonly rules: SchemaRules },
): Fault[] {
  if (texts === undefined) return []
  const { name, in: place, required, schema } = parameter
  const pointer = `#/${place}/${name}`
  if (texts.length === 0) {
    return required ? [{ message: `the ${place} parameter ${name} is missing`, pointer, expected: name }] : []
  }
  const readings = readingsOf(model, parameter, texts)
  if (readings.some((value) => rules.violations(schema, value).length === 0)) return []
  return rules
    .violations(schema, readings[0])
    .map(({ message }) => ({ message: `the ${place} parameter ${name} ${message}`, pointer, expected: message }))
}

/** What a text may stand for: a choice among types does not say which it is. */
function readingsOf(model: Model, { schema, mediaType }: Parameter, texts: readonly string[]): unknown[] {
  const text = texts.join(',')
  if (mediaType !== undefined) return [jsonIn(text)]
  return [textAs(model, schema, text), texts, texts.map((one) => jsonIn(one) ?? one), text, jsonIn(text) ?? text]
}

/** The texts of a parameter, several for a list in parts; empty when it is missing, undefined when that is not known. */
function textsOf(parameter: Parameter, given: GivenValues): readonly string[] | undefined {
  const { name, in: place } = parameter
  if (place === 'header') return listed(given.header[name.toLowerCase()])
  if (place === 'cookie') return given.cookie && listed(given.cookie.get(name))
  if (place === 'path') return listed(given.path.get(name))
  return given.query.get(name)?.flatMap((text) => text.split(separatorOf(parameter))) ?? []
}

function listed(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text]
}

/** A list in one pair; another is split where its schema says so. */
function separatorOf({ style }: Parameter): string {
  return style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : '\0'
}

function queryOf(url: string): ReadonlyMap<string, readonly string[]> {
  const pairs = [...new URL(url).searchParams]
  const byName = Map.groupBy(pairs, ([name]) => name)
  return new Map([...byName].map(([name, own]) => [name, own.map(([, value]) => value)]))
}

function cookiesOf({ request: { headers, cookies } }: Recorded): ReadonlyMap<string, string> | undefined {
  const sent = (headers.cookie ?? '').split(';').filter((pair) => pair.includes('='))
  const pairs = sent.map(
    (pair) => [pair.slice(0, pair.indexOf('=')).trim(), decoded(pair.slice(pair.indexOf('=') + 1).trim())] as const,
  )
  return pairs.length + cookies.length === 0 ? undefined : new Map([...cookies, ...pairs])
}
