import {
  formFields,
  isBearer,
  keysIn,
  type SampleBody,
  type SampleCredential,
  type SampleRequest,
} from './sample-request.ts'

/** The request as a line for a shell. */
export function sampleCurl({ method, url, headers, cookies, credentials, body }: SampleRequest): string {
  const address = keysIn(credentials, 'query').map(({ name, variable }, index) => {
    const before = index === 0 ? `${url}${url.includes('?') ? '&' : '?'}` : '&'
    return filled(`${before}${encodeURIComponent(name)}=`, variable)
  })
  return [
    `curl --fail-with-body ${method === 'HEAD' ? '--head' : `--request ${method}`}${/[[\]{}]/.test(url) ? ' --globoff' : ''}`,
    `--url ${address.length === 0 ? shell(url) : address.join('')}`,
    ...credentials.flatMap(credentialOption),
    ...(cookies.length > 0 ? [`--header ${shell(`Cookie: ${cookies.join('; ')}`)}`] : []),
    ...headers.map(([name, value]) => `--header ${shell(`${name}: ${value}`)}`),
    ...(body ? bodyOptions(body) : []),
  ].join(' \\\n  ')
}

function credentialOption({ scheme, variable }: SampleCredential): string[] {
  if (isBearer(scheme)) return [`--header "Authorization: Bearer $${variable}"`]
  if (scheme.type === 'http')
    return [scheme.scheme === 'basic' ? `--user "$${variable}"` : `--header "Authorization: $${variable}"`]
  if (scheme.type !== 'apiKey' || scheme.in === 'query') return []
  return [
    scheme.in === 'cookie'
      ? `--cookie ${filled(`${scheme.name}=`, variable)}`
      : `--header ${filled(`${scheme.name}: `, variable)}`,
  ]
}

function bodyOptions({ kind, value }: SampleBody): string[] {
  if (kind === 'json') return [`--data ${shell(JSON.stringify(value, null, 2))}`]
  if (kind === 'form') return formFields(value).map(([name, text]) => `--data-urlencode ${shell(`${name}=${text}`)}`)
  if (kind === 'multipart') return formFields(value).map(([name, text]) => `--form-string ${shell(`${name}=${text}`)}`)
  return kind === 'text' ? [`--data-raw ${shell(String(value))}`] : ['--data-binary @body.bin']
}

/** A text and the value of a variable after it. A shell would read what the document wrote, were it in double quotes. */
function filled(text: string, variable: string): string {
  return /["$`\\!]/.test(text) ? `${shell(text)}"$${variable}"` : `"${text}$${variable}"`
}

/** A word in single quotes, in which a shell reads nothing. */
function shell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
