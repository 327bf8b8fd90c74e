import { javascriptText, quoted } from './javascript-text.ts'
import { formFields, isBearer, type SampleBody, type SampleCredential, type SampleRequest } from './sample-request.ts'

/** The request in JavaScript, with nothing but `fetch`. */
export function sampleFetch({ method, url, headers, credentials, body }: SampleRequest): string {
  const lines = [
    ...(method === 'GET' ? [] : [`method: ${quoted(method)},`]),
    ...headerLines(headers, credentials),
    ...(body ? [`body: ${bodyText(body)},`] : []),
  ]
  const options = lines.length === 0 ? '' : `, {\n${lines.map((line) => `  ${line}\n`).join('')}}`
  return `${setUp(body)}const response = await fetch(${address(url, credentials)}${options})
const text = await response.text()
if (!response.ok) throw new Error(\`\${response.status} \${text}\`)
console.log(text)`
}

function address(url: string, credentials: readonly SampleCredential[]): string {
  const inQuery = credentials.flatMap(({ scheme, variable }) =>
    scheme.type === 'apiKey' && scheme.in === 'query'
      ? [`${encodeURIComponent(scheme.name)}=\${process.env.${variable}}`]
      : [],
  )
  if (inQuery.length === 0) return quoted(url)
  return `\`${templateText(url)}${url.includes('?') ? '&' : '?'}${inQuery.join('&')}\``
}

/** What a template literal reads as this text. */
function templateText(text: string): string {
  return text.replaceAll(/[`\\]|\$\{/g, '\\$&')
}

function headerLines(headers: SampleRequest['headers'], credentials: readonly SampleCredential[]): string[] {
  const all = [
    ...credentials.flatMap(credentialHeader),
    ...cookieHeader(headers, credentials),
    ...headers
      .filter(([name]) => name !== 'Cookie')
      .map(([name, value]) => `${/^[A-Za-z]+$/.test(name) ? name : quoted(name)}: ${quoted(value)},`),
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
function cookieHeader(headers: SampleRequest['headers'], credentials: readonly SampleCredential[]): string[] {
  const secrets = credentials.flatMap(({ scheme, variable }) =>
    scheme.type === 'apiKey' && scheme.in === 'cookie'
      ? [`${templateText(scheme.name)}=\${process.env.${variable}}`]
      : [],
  )
  const plain = headers.filter(([name]) => name === 'Cookie').map(([, value]) => value)
  if (secrets.length === 0) return plain.map((value) => `Cookie: ${quoted(value)},`)
  return [`Cookie: \`${[...secrets, ...plain.map(templateText)].join('; ')}\`,`]
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
