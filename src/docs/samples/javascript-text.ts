const indent = '  '
const widest = 80

/** A JSON value as JavaScript is written: names without quotes where they need none, short things in one line. */
export function javascriptText(value: unknown, depth = 0): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map((item) => javascriptText(item, depth + 1))
    : Object.entries(value).map(([name, member]) => `${memberName(name)}: ${javascriptText(member, depth + 1)}`)
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (parts.length === 0) return `${open}${close}`
  const space = isList ? '' : ' '
  const line = `${open}${space}${parts.join(', ')}${space}${close}`
  if (line.length + depth * indent.length <= widest && !line.includes('\n')) return line
  const inner = indent.repeat(depth + 1)
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent.repeat(depth)}${close}`
}

/** `__proto__: x` would set the prototype; as a computed name it is a member. */
function memberName(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}

/** A text in single quotes; what a script may not hold as it is, is escaped. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`
}
