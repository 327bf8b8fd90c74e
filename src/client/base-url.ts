import { orUndefined } from './or-undefined.ts'
import { refuseOption } from './refuse-option.ts'

/** A URL as engines write it: https, or http to a loopback address, without user, query and fragment. */
const safe = /^(https:\/\/[^/@]+|http:\/\/(([^/@]+\.)?localhost|127(\.\d+){3}|\[::1\])(:\d+)?)\/[^?#]*$/

/**
 * A base URL without the slash at its end. In a page it may be relative, because a page has one of its own.
 *
 * @throws {ConfigurationError} unless it is https, or http to a loopback address, without user, query and fragment
 */
export function checkedBaseUrl(baseUrl: string): string {
  const { href = '', protocol, host } = orUndefined(() => new URL(baseUrl, globalThis.location?.href)) ?? {}
  if (safe.test(href)) return href.replace(/\/+$/, '')
  const rule = 'an https URL, or http to a loopback address, without user, query and fragment'
  // What is no URL is not shown: it may be a secret that is in the wrong place.
  return refuseOption('baseUrl', rule, baseUrl, host ? `${protocol}//${host}` : undefined)
}
