import { decoded, isObject, objectFrom } from '../document/json.ts'
import { authorizationSecrets, jsonIn } from './find-secrets.ts'
import type { Recorded, RecordedBody, RecordedMessage } from './recorded.ts'
import type { SecretMarks } from './secret-marks.ts'
import type { SecretNames } from './secret-names.ts'

/** What it takes to hide secrets. */
export interface Hiding {
  readonly marks: SecretMarks
  readonly names: SecretNames
}

/** The entry with a mark in the place of each secret. */
export function maskedEntry(entry: Recorded, hiding: Hiding): Recorded {
  const { request, response } = entry
  return {
    ...entry,
    method: hiding.marks.mask(entry.method),
    url: maskedUrl(entry.url, hiding),
    request: maskedMessage(request, hiding),
    response: response && { ...maskedMessage(response, hiding), status: response.status },
  }
}

/** Cookies are left out: nothing is judged by their values. */
function maskedMessage({ headers, body }: RecordedMessage, hiding: Hiding): RecordedMessage {
  const shown = Object.entries(headers).map(([name, value]) => [name, maskedHeader(name, value, hiding)] as const)
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
  return { headers: objectFrom(shown), cookies: [], body: maskedBody(body, hiding, isForm) }
}

function maskedHeader(name: string, value: string, { marks, names }: Hiding): string {
  if (!names.isSecretHeader(name)) return marks.mask(value)
  if (/^(set-)?cookie$/.test(name)) {
    return value.replaceAll(/=[^;]*/g, (pair) => `=${marks.markOf(pair.slice(1))}`)
  }
  const [secret = value] = authorizationSecrets(value)
  return value.trim() === '' ? value : value.replace(secret, () => marks.markOf(secret))
}

/** The URL without user and fragment, and with marks. */
function maskedUrl(url: string, { marks, names }: Hiding): string {
  if (!URL.canParse(url)) return marks.mask(url)
  const { protocol, host, pathname, search } = new URL(url)
  const part = (text: string) => {
    const plain = decoded(text.replaceAll('+', ' '))
    const shown = marks.mask(plain)
    return shown === plain ? marks.mask(text) : encodeURIComponent(shown)
  }
  const pair = (text: string) => {
    const [name = '', ...value] = text.split('=')
    if (value.length === 0) return part(name)
    const given = value.join('=')
    const isSecret = given !== '' && names.isSecret(decoded(name))
    return `${part(name)}=${isSecret ? marks.markOf(decoded(given.replaceAll('+', ' '))) : part(given)}`
  }
  const path = pathname.split('/').map(part).join('/')
  const query = search === '' ? '' : `?${search.slice(1).split('&').map(pair).join('&')}`
  return `${protocol}//${marks.mask(host)}${path}${query}`
}

function maskedBody(body: RecordedBody, hiding: Hiding, isForm: boolean): RecordedBody {
  if (body.kind !== 'text') return body
  const text = isForm ? maskedForm(body.text, hiding) : maskedText(body.text, hiding)
  return { ...body, text }
}

function maskedForm(text: string, { marks, names }: Hiding): string {
  const pairs = [...new URLSearchParams(text)].map(([name, value]) => [
    marks.mask(name),
    value !== '' && names.isSecret(name) ? marks.markOf(value) : marks.mask(value),
  ])
  return new URLSearchParams(pairs).toString()
}

/** The text as it was, but for its secrets; JSON in which escapes or short secrets hide is written anew. */
function maskedText(text: string, hiding: Hiding): string {
  const shown = hiding.marks.mask(text)
  const body = jsonIn(text)
  if (typeof body !== 'object' || body === null) return shown
  const parsed = JSON.stringify(maskedJson(body, hiding, false))
  const isSame = JSON.stringify(jsonIn(shown)) === parsed
  return isSame ? shown : parsed
}

function maskedJson(value: unknown, hiding: Hiding, isSecret: boolean): unknown {
  const { marks, names } = hiding
  if (Array.isArray(value)) return value.map((item) => maskedJson(item, hiding, isSecret))
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => [marks.mask(name), maskedJson(member, hiding, isSecret || names.isSecret(name))] as const,
    )
    return objectFrom(members)
  }
  if (isSecret && value !== '' && value !== null && typeof value !== 'boolean') return marks.markOf(value)
  return typeof value === 'string' ? marks.mask(value) : value
}
