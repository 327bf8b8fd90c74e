import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { SourceCode } from 'ajv/dist/types/index.js'
import { code } from './emitted-patterns.ts'
import { shortened } from './shorter-code.ts'
import { numberFormats, stringFormats } from './validator-formats.ts'

/** Functions as code, with all that they need. */
export interface Functions {
  readonly code: string
  /** Key of a compiled schema → the name of its function. */
  readonly locals: ReadonlyMap<string, string>
}

/**
 * The functions of compiled schemas as plain and short code. It asks for nothing, while ajv's standalone mode asks for its
 * helpers with `require`, even with `esm: true`. It exports nothing: exports by name would be names of the module, where a
 * schema called `Object` hides what the code needs. Only whole lines that ajv itself writes are touched; text from the
 * document never starts a line of the emitted code.
 */
export async function functionsOf(ajv: Ajv2020, keys: ReadonlySet<string>): Promise<Functions> {
  const { default: standalone } = await import('ajv/dist/standalone/index.js')
  const names = new Map([...keys].map((key) => [key, compiledName(ajv, key)] as const))
  // Asked for a list, ajv joins all of the text anew for each; here it is asked for one function that needs the others.
  const all = {
    validateName: ajv.scope.name('validate'),
    validateCode: '',
    scopeValues: { validate: new Set(names.values()) },
  }
  const emitted = (standalone as unknown as StandaloneCode)(
    ajv,
    Object.assign(() => true, { source: all }),
  )
  if (!head.test(emitted)) throw new Error(`ajv begins its code in another way: ${emitted.slice(0, 100)}`)
  return {
    code: withoutUnusedCounts(shortened(emitted.replace(head, ''), replaced)),
    locals: new Map([...names].map(([key, name]) => [key, name.str] as const)),
  }
}

type StandaloneCode = (ajv: Ajv2020, validate: { readonly source: SourceCode }) => string

const head = /^"use strict";\nexport const validate = \w+;\nexport default \w+;\n/

function compiledName(ajv: Ajv2020, key: string) {
  const source = ajv.getSchema(key)?.source
  if (!source) throw new Error(`ajv has no code of ${key}`)
  return source.validateName
}

const helpers: { readonly [module: string]: string } = { equal: 'deepEqual', ucs2length: 'codePointLength' }

const lengthLimit = new RegExp(`^if\\(func\\d+\\((${code})\\) ([<>]) (\\d+)\\)\\{$`)

function replaced(line: string): string {
  if (!line.startsWith('const ')) return line.replace(lengthLimit, withLimitKnown)
  const helper = /^const (\w+) = require\("ajv\/dist\/runtime\/(\w+)"\)\.default;$/.exec(line)
  if (helper?.[1]) return `const ${helper[1]} = ${known(helpers, helper[2] ?? '')};`
  const format = /^const (\w+) = formats(?:\.(\w+)|\["([^"]+)"\])(\.validate)?;$/.exec(line)
  if (format?.[1]) return `const ${format[1]} = ${formatCheck(format[2] ?? format[3] ?? '')};`
  if (/^const \w+ = require\(/.test(line)) throw new Error(`ajv asks for a helper that we do not have: ${line}`)
  return line
}

/** Most texts need not be counted, once it is known how long they may be. */
function withLimitKnown(_: string, text: string, comparison: string, limit: string): string {
  return `if(${comparison === '>' ? 'isLonger' : 'isShorter'}(${text}, ${limit})){`
}

/** With all limits known, nothing calls what ajv counts with. */
function withoutUnusedCounts(emitted: string): string {
  const declaration = /^const (func\d+) = codePointLength;\n/gm
  return emitted.replaceAll(declaration, (line, name: string) => (emitted.includes(`${name}(`) ? line : ''))
}

function formatCheck(format: string): string {
  const check = { ...stringFormats, ...numberFormats }
  return `{ validate: ${known(check, format)} }`
}

function known(names: { readonly [key: string]: string }, key: string): string {
  const name = names[key]
  if (name === undefined) throw new Error(`The emitted code asks for ${key}, which validator-runtime.js does not have`)
  return name
}
