import { isObject, objectFrom, valueUnder } from '../document/json.ts'
import { code, string } from './emitted-patterns.ts'
import { canHaveLazyPaths, withLazyPath } from './lazy-paths.ts'
import { withoutSettledChecks } from './settled-checks.ts'
import { json } from './source-text.ts'

/**
 * The code in fewer bytes: without what it never reads, and with each error made by a call instead of spelled out. Only
 * lines that ajv writes are touched, and in them only what is not within a string: the document writes those.
 *
 * @param first what is done to each line before
 */
export function shortened(code: string, first: (line: string) => string = (line) => line): string {
  const headers = (code.match(/^function validate.*$/gm) ?? []).map(withoutParents)
  const withPlaces = canHaveLazyPaths(headers) ? withLazyPath : (line: string) => line
  const read = new Map<string, Path[]>()
  // One function after the other: all lines of a large document at once would fill the memory.
  const functions = code.split(/^(?=function )/m).map((text) => {
    const lines = text.split('\n').map((line) => withPlaces(withErrorCalls(withoutParents(first(line)))))
    const settled = withoutSettledChecks(lines)
    for (const line of settled) rememberReadParts(line, read)
    return settled.join('\n')
  })
  return functions.map((text) => withReadPartsAlone(text, read)).join('')
}

const parentArguments = new RegExp(
  `(${string})|,parentData(?::\\w+)?,parentDataProperty(?::(?:${string}|\\w+))?,rootData(?=[,}])`,
  'g',
)

/** What a value stands in is passed on for keywords of a program's own, of which there are none. */
function withoutParents(line: string): string {
  if (line.startsWith('if(!(')) return line.replaceAll(parentArguments, (_, kept = '') => kept)
  if (!line.startsWith('function ')) return line
  return line.replace(', parentData, parentDataProperty, rootData=data', '')
}

const errorObject = new RegExp(
  `^(const err\\d+ = |\\w+\\.errors = \\[)\\{instancePath(?::(${code}))?,schemaPath:(${string}),keyword:(${string}),` +
    `params:(\\{${code}\\}),message:((?:${string}|[^",])*)\\}(\\]?;)$`,
)

/** The keyword is the end of the schema's path. Errors that say more than others, of names, stay as they are. */
function withErrorCalls(line: string): string {
  return line.replace(
    errorObject,
    (whole, before, path = 'instancePath', schemaPath, keyword, params, message, after) => {
      if (!schemaPath.endsWith(`/${keyword.slice(1)}`)) return whole
      const above = `${schemaPath.slice(0, -keyword.length + 1)}"`
      return `${before}validationError(${[path, above, keyword, params, message].join(', ')})${after}`
    },
  )
}

/** Where in a schema something stands: names and indexes. */
type Path = readonly string[]

const step = String.raw`\.[A-Za-z_$][\w$]*|\[\d+\]|\[${string}\]`
const schemaPart = new RegExp(`\\b(schema\\d+)((?:${step})*)`, 'g')
const schemaCopy = /^const (schema\d+) = (.*);$/
const schemaCopies = /^const (schema\d+) = (.*);(\n|$)/gm

function rememberReadParts(line: string, read: Map<string, Path[]>): void {
  if (!line.includes('schema') || schemaCopy.test(line)) return
  for (const [, name = '', path = ''] of line.matchAll(schemaPart)) {
    const paths = read.get(name)
    if (paths) paths.push(steps(path))
    else read.set(name, [steps(path)])
  }
}

/** ajv keeps a copy of each schema; of it stays what the code reads, such as the values of an `enum`. */
function withReadPartsAlone(text: string, read: ReadonlyMap<string, readonly Path[]>): string {
  return text.replaceAll(schemaCopies, (_, name: string, schema: string, end: string) => {
    const paths = read.get(name)
    return paths ? `const ${name} = ${json(parts(JSON.parse(schema), paths))};${end}` : ''
  })
}

function steps(path: string): Path {
  return [...path.matchAll(new RegExp(step, 'g'))].map(([one]) => {
    if (one.startsWith('.')) return one.slice(1)
    return String(JSON.parse(one.slice(1, -1)))
  })
}

/** The value without all that no path leads to; a list of which not everything is read becomes an object. */
function parts(value: unknown, paths: readonly Path[]): unknown {
  const isWhole = paths.some(([first]) => first === undefined || !isMember(value, first))
  if (isWhole) return value
  const further = Map.groupBy(paths, ([first]) => String(first))
  return objectFrom(
    [...further].map(([name, own]) => {
      const rest = own.map((path) => path.slice(1))
      return [name, parts(valueUnder(value, [name]), rest)] as const
    }),
  )
}

/** A member of an object or an item of a list: `length` and the like belong to the whole list. */
function isMember(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return /^\d+$/.test(name) && Object.hasOwn(value, name)
  return isObject(value) && Object.hasOwn(value, name)
}
