import type { FieldViolation } from './failures.ts'

interface Query {
  readonly parameters: Readonly<Record<string, string>>
  readonly violation?: FieldViolation
}

/**
 * The parameters of a query. A plus stays a plus, as RFC 3986 and so OpenAPI's own serialisation have it: an offset
 * may be sent as it is written.
 */
export function queryOf(url: string): Query {
  const parameters: Record<string, string> = Object.create(null)
  const start = url.indexOf('?')
  for (const pair of start < 0 ? [] : url.slice(start + 1).split('&')) {
    const [name = '', ...rest] = pair.split('=').map(decoded)
    if (name === undefined || rest.includes(undefined)) return wrong('', 'must be percent-encoded UTF-8')
    if (name === 'updatedAfter' && name in parameters) return wrong('updated_after', 'must not be repeated')
    if (name) parameters[name] = rest.join('=')
  }
  return { parameters }
}

/** Milliseconds since 1970. A leap second, which the engine does not know, is the beginning of the next minute. */
export function moment(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return text.includes(':60') ? Date.parse(text.replace(':60', ':59')) + 1_000 : Date.parse(text)
}

/** Undefined for what is no percent-encoded text. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function wrong(field: string, description: string): Query {
  return { parameters: {}, violation: { field, description } }
}
