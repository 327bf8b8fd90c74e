import { objectAt, textAt } from './json.ts'

/** A server's URL with the default of each variable filled in. */
export function serverUrl(server: unknown): string {
  const variables = objectAt(server, 'variables')
  const url = textAt(server, 'url') ?? '/'
  return url.replaceAll(/\{([^{}]+)\}/g, (whole, name) => textAt(variables[name], 'default') ?? whole)
}
