import { isObject } from '../document/json.ts'

/** The first line of a generated file of code. */
export const banner = '// Generated from the OpenAPI document by `npm run generate`. Do not edit.\n'

/** A TypeScript literal of plain data. */
export function literal(value: unknown, indent = ''): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object')) return `[${value.map((item) => literal(item)).join(', ')}]`
    return `[\n${value.map((item) => `${inner}${literal(item, inner)},\n`).join('')}${indent}]`
  }
  if (!isObject(value)) return json(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  if (members.length === 0) return '{}'
  return `{\n${members.map(([key, member]) => `${inner}${propertyName(key)}: ${literal(member, inner)},\n`).join('')}${indent}}`
}

/** A property name in a literal or an interface; `__proto__` in brackets, where it is a name like any other. */
export function propertyName(name: string): string {
  if (name === '__proto__') return '["__proto__"]'
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : json(name)
}

/** A doc comment of the given paragraphs; empty ones are left out, and nothing in them can end the comment. */
export function docComment(paragraphs: readonly string[], indent = ''): string {
  const lines = paragraphs
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph, index) => [...(index > 0 ? [''] : []), ...paragraph.trim().split(/\r\n|[\n\r\u2028\u2029]/)])
    .map((line) => line.trimEnd().replaceAll('*/', '*\\/'))
  if (lines.length === 0) return ''
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`
}

/** JSON is JavaScript, but for two line separators that older parsers refuse in a string. */
export function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
