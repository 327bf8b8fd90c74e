/** Methods whose body has no meaning (RFC 9110, section 9.3), and that fetch refuses to send with one. */
export const methodsWithoutBody: ReadonlySet<string> = new Set(['get', 'head', 'trace'])

/** Header parameters that have no meaning: another part of the document says it (OpenAPI 3.1, Parameter Object). */
const saidElsewhere: { readonly [header: string]: string } = {
  accept: 'the media types of the responses',
  'content-type': 'the media types of the body',
  authorization: 'the security schemes',
}

/** What says a header in the place of a parameter, which is then not sent; undefined for any other parameter. */
export function headerSaidBy(parameter: { readonly in?: unknown; readonly name?: unknown }): string | undefined {
  const name = String(parameter.name).toLowerCase()
  return parameter.in === 'header' && Object.hasOwn(saidElsewhere, name) ? saidElsewhere[name] : undefined
}
