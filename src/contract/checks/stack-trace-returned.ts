import { isObject } from '../../document/json.ts'
import { type Check, parsedText, shortened } from '../check.ts'

/** How the common engines print where a program failed. */
const traces: readonly RegExp[] = [
  /^\s*at .*(\.[cm]?[jt]sx?|node:\S+):\d+:\d+\)?$/m,
  // In one line, as a header shows it.
  /\bat [^()\n]{1,200} \(([^()\n]{1,1000}\.[cm]?[jt]sx?|node:[^\s()]+):\d+:\d+\)/,
  /^\s*at [\w.$<>/@-]+\(([\w$]+\.(java|kt|scala|groovy):\d+|Native Method|Unknown Source)\)/m,
  /Traceback \(most recent call last\)/,
  /goroutine \d+ \[\w+/,
  /^panic: /m,
  /^\s*File ".+", line \d+/m,
  /^\s*\S+\.go:\d+( \+0x[\da-f]+)?$/m,
  /^\s*at [^\s(]+\(.*\) in .+:line \d+/m,
  /thread '[^']*' panicked at /,
  /^\s*(from )?\S+\.rb:\d+:in [`']/m,
  /^#\d+ .+\.php\(\d+\)/m,
  /\.php(<\/b>)? on line (<b>)?\d+/,
]

/** No answer tells how the service is built. */
export const stackTraceReturned: Check = {
  id: 'stack-trace-returned',
  judge: ({ response: { text, headers } }) => {
    const found = textsIn([text, ...Object.values(headers)])
      .flatMap((one) => traces.map((trace) => trace.exec(one)?.[0]))
      .find((one) => one !== undefined)
    if (found === undefined) return []
    return [
      { message: 'The answer holds a stack trace', expected: 'an error for callers', got: shortened(found.trim()) },
    ]
  },
}

/** Every text, also in JSON in it, so that lines begin and end where they do. */
function textsIn(texts: readonly string[]): string[] {
  return stringsIn(texts).map((one) => one.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\"', '"'))
}

/** What JSON with texts in it begins with; most texts are none, and to read those would be in vain. */
const beginsAsJson = /^\s*[[{"]/

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    if (!beginsAsJson.test(value)) return [value]
    const inner = parsedText(value)
    return inner instanceof Error ? [value] : stringsIn(inner)
  }
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return isObject(value) ? Object.values(value).flatMap(stringsIn) : []
}
