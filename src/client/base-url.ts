import { ConfigurationError } from './errors.ts'

/**
 * A base URL without the slash at its end. In a page it may be relative, because a page has one of its own.
 *
 * @throws {ConfigurationError} unless it is https, or http to a loopback address, without user, query and fragment
 */
export function checkedBaseUrl(baseUrl: string): string {
  const { protocol = '', host = '', hostname = '', username, password, href = '' } = parsed(baseUrl) ?? {}
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
  if (isSafe && !username && !password && !/[?#]/.test(href)) return href.replace(/\/+$/, '')
  // What is no URL is not shown: it may be a secret that is in the wrong place.
  const shown = host ? ` "${protocol}//${host}"` : ''
  const rule = 'must be an https URL, or http to a loopback address, without user, query and fragment'
  throw new ConfigurationError(`The base URL${shown} ${rule}; pass baseUrl when you make the client`)
}

function parsed(baseUrl: string): URL | undefined {
  try {
    return new URL(baseUrl, globalThis.location?.href)
  } catch {
    return undefined
  }
}

function isLoopback(hostname: string): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
