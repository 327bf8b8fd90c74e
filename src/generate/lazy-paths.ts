import { code, string } from './emitted-patterns.ts'

const header = /^(function validate\d+\(data), \{instancePath=""\}=\{\}\)\{$/
const call = new RegExp(
  `^if\\(!\\(((?:wrapper\\d+\\.)?validate\\d*)(\\(${code}), \\{instancePath(?::instancePath\\+(${code}))?\\}\\)\\)\\)\\{$`,
)
const ownPath = new RegExp(`(${string})|(?<![\\w$.])instancePath(\\+|:)?`, 'g')

/** Whether each function takes the place of its value as they usually do. */
export function canHaveLazyPaths(headers: readonly string[]): boolean {
  return headers.length > 0 && headers.every((line) => header.test(line))
}

/**
 * A line with the place of a value made where an error needs it. ajv hands each function the place of its value, a text
 * that is joined for every valid value too; here a function speaks of places in its value, and who calls it puts the rest
 * before them when there are errors.
 */
export function withLazyPath(line: string): string {
  if (header.test(line)) return line.replace(header, '$1){')
  const [, name = '', value = '', path] = call.exec(line) ?? []
  if (name === '') return withOwnPaths(line)
  const refused = path === undefined ? '' : ` || failedAt(${name}, ${path})`
  return `if(!(${name}${value})${refused})){`
}

/** In a function its own place is empty: as a member of the same name, before the rest of a path, and alone. */
function withOwnPaths(line: string): string {
  return line
    .replaceAll('{instancePath,schemaPath:', '{instancePath:"",schemaPath:')
    .replaceAll(ownPath, (whole, kept, after) => {
      if (kept !== undefined || after === ':') return whole
      return after === '+' ? '' : '""'
    })
}
