import { javascriptText, quoted } from './javascript-text.ts'
import {
  formFields,
  isBearer,
  keysIn,
  type SampleBody,
  type SampleCredential,
  type SampleRequest,
} from './sample-request.ts'

/** The request in JavaScript, with nothing but `fetch`. */
export function sampleFetch(request: SampleRequest): string {
  const { method, url, credentials, body } = request
  const lines = [
    ...(method === 'GET' ? [] : [`method: ${quoted(method)},`]),
    ...headerLines(request),
    ...(body ? [`body: ${bodyText(body)},`] : []),
  ]
  const options = lines.length === 0 ? '' : `, {\n${lines.map((line) => `  ${line}\n`).join('')}}`
  return `${setUp(body)}const response = await fetch(${address(url, credentials)}${options})
const text = await response.text()
if (!response.ok) throw new Error(\`\${response.status} \${text}\`)
console.log(text)`
}

function address(url: string, credentials: readonly SampleCredential[]): string {
  const inQuery = keysIn(credentials, 'query').map(
    ({ name, variable }) => `${encodeURIComponent(name)}=\${process.env.${variable}}`,
  )
  if (inQuery.length === 0) return quoted(url)
  return `\`${templateText(url)}${url.includes('?') ? '&' : '?'}${inQuery.join('&')}\``
}

/** What a template literal reads as this text. */
function templateText(text: string): string {
  return text.replaceAll(/[`\\]|\$\{/g, '\\$&')
}

function headerLines({ headers, cookies, credentials }: SampleRequest): string[] {
  const all = [
    ...credentials.flatMap(credentialHeader),
    ...cookieHeader(cookies, credentials),
    ...headers.map(([name, value]) => `${/^[A-Za-z]+$/.test(name) ? name : quoted(name)}: ${quoted(value)},`),
  ]
  return all.length === 0 ? [] : ['headers: {', ...all.map((line) => `  ${line}`), '},']
}

function credentialHeader({ scheme, variable }: SampleCredential): string[] {
  const value = `process.env.${variable}`
  if (isBearer(scheme)) return [`Authorization: \`Bearer \${${value}}\`,`]
  if (scheme.type === 'http') {
    return scheme.scheme === 'basic'
      ? [`Authorization: \`Basic \${btoa(${value} ?? '')}\`,`]
      : [`Authorization: ${value} ?? '',`]
  }
  return scheme.type === 'apiKey' && scheme.in === 'header' ? [`${quoted(scheme.name)}: ${value} ?? '',`] : []
}

/** One header for all cookies: those that authenticate, and those that are parameters. */
function cookieHeader(cookies: readonly string[], credentials: readonly SampleCredential[]): string[] {
  const secrets = keysIn(credentials, 'cookie').map(
    ({ name, variable }) => `${templateText(name)}=\${process.env.${variable}}`,
  )
  if (secrets.length > 0) return [`Cookie: \`${[...secrets, ...cookies.map(templateText)].join('; ')}\`,`]
  return cookies.length > 0 ? [`Cookie: ${quoted(cookies.join('; '))},`] : []
}

function bodyText({ kind, value }: SampleBody): string {
  if (kind === 'json') return `JSON.stringify(${javascriptText(value, 1)})`
  if (kind === 'form') return `new URLSearchParams(${javascriptText(formFields(value), 1)})`
  if (kind === 'text') return quoted(String(value))
  return kind === 'file' ? "await readFile('body.bin')" : 'form'
}

/** What stands before the call. */
function setUp(body: SampleBody | undefined): string {
  if (body?.kind === 'file') return "import { readFile } from 'node:fs/promises'\n\n"
  if (body?.kind !== 'multipart') return ''
  const lines = formFields(body.value).map(([name, text]) => `form.append(${quoted(name)}, ${quoted(text)})\n`)
  return `const form = new FormData()\n${lines.join('')}\n`
}
