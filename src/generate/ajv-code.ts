import { code } from './emitted-patterns.ts'
import { shortened } from './shorter-code.ts'
import { numberFormats, stringFormats } from './validator-formats.ts'

/**
 * What ajv's standalone mode emits, as plain and short ESM: even with `esm: true` it asks for its helpers with `require`.
 * Only whole lines that ajv itself writes are touched; text from the document never starts a line of the emitted code.
 */
export function withoutRequires(emitted: string): string {
  return shortened(emitted.replace(/^"use strict";\n?/, ''), replaced)
}

/**
 * The code without the exports that ajv writes, and the function behind each. They would make every exported name a
 * name of the module, where a schema called `Object` hides what the code needs; an export list makes none.
 */
export function withoutExports(code: string): { readonly code: string; readonly locals: ReadonlyMap<string, string> } {
  const locals = new Map<string, string>()
  const kept = code.replaceAll(/^export const (\$export\d+) = (\w+);\n?/gm, (_, name: string, local: string) => {
    locals.set(name, local)
    return ''
  })
  return { code: kept, locals }
}

const helpers: { readonly [module: string]: string } = { equal: 'deepEqual', ucs2length: 'codePointLength' }

const lengthLimit = new RegExp(`^if\\(func\\d+\\((${code})\\) ([<>]) (\\d+)\\)\\{$`)

function replaced(line: string): string {
  if (line.startsWith('if(func')) return line.replace(lengthLimit, withLimitKnown)
  if (!line.startsWith('const ')) return line
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

function formatCheck(format: string): string {
  const check = { ...stringFormats, ...numberFormats }
  return `{ validate: ${known(check, format)} }`
}

function known(names: { readonly [key: string]: string }, key: string): string {
  const name = names[key]
  if (name === undefined) throw new Error(`The emitted code asks for ${key}, which validator-runtime.js does not have`)
  return name
}
