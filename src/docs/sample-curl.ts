import { formFields, isBearer, type SampleBody, type SampleCredential, type SampleRequest } from './sample-request.ts'

/** The request as a line for a shell. */
export function sampleCurl({ method, url, headers, credentials, body }: SampleRequest): string {
  const inQuery = credentials.flatMap(({ scheme, variable }) =>
    scheme.type === 'apiKey' && scheme.in === 'query' ? [`${encodeURIComponent(scheme.name)}=$${variable}`] : [],
  )
  const address = inQuery.length === 0 ? shell(url) : `"${url}${url.includes('?') ? '&' : '?'}${inQuery.join('&')}"`
  return [
    `curl --fail-with-body --request ${method}`,
    `--url ${address}`,
    ...credentials.flatMap(credentialOption),
    ...headers.map(([name, value]) => `--header ${shell(`${name}: ${value}`)}`),
    ...(body ? bodyOptions(body) : []),
  ].join(' \\\n  ')
}

function credentialOption({ scheme, variable }: SampleCredential): string[] {
  if (isBearer(scheme)) return [`--header "Authorization: Bearer $${variable}"`]
  if (scheme.type === 'http')
    return scheme.scheme === 'basic' ? [`--user "$${variable}"`] : [`--header "Authorization: $${variable}"`]
  if (scheme.type !== 'apiKey' || scheme.in === 'query') return []
  return [scheme.in === 'cookie' ? `--cookie "${scheme.name}=$${variable}"` : `--header "${scheme.name}: $${variable}"`]
}

function bodyOptions({ kind, value }: SampleBody): string[] {
  if (kind === 'json') return [`--data ${shell(JSON.stringify(value, null, 2))}`]
  if (kind === 'form') return formFields(value).map(([name, text]) => `--data-urlencode ${shell(`${name}=${text}`)}`)
  if (kind === 'multipart') return formFields(value).map(([name, text]) => `--form-string ${shell(`${name}=${text}`)}`)
  return kind === 'text' ? [`--data-raw ${shell(String(value))}`] : ['--data-binary @body.bin']
}

/** A word in single quotes, in which a shell reads nothing. */
function shell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
