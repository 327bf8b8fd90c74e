import type { Operation } from '../../document/model.ts'
import { camelCase, type Names } from '../../document/names.ts'
import type { Reference } from '../../document/reference.ts'
import { javascriptText, quoted } from './javascript-text.ts'
import {
  isBearer,
  type SampleBody,
  type SampleCredential,
  type SampleParameter,
  type SampleRequest,
} from './sample-request.ts'

/** What a sample in TypeScript is made from. */
interface ClientSample {
  readonly reference: Reference
  readonly operation: Operation
  readonly request: SampleRequest
  readonly names: Names
}

/** The call in TypeScript: with the package that the document names, else with the client that is generated from it. */
export function sampleClient({ reference, operation, request, names }: ClientSample): string {
  const { client, servers } = reference
  const factory = client?.factory ?? 'createClient'
  const from = client?.package ?? './generated/client.ts'
  const hasAddress = /^https?:/.test(operation.servers[0] ?? servers[0]?.url ?? '')
  const options = [
    ...(hasAddress ? [] : [`baseUrl: ${quoted('https://api.example.com')}`]),
    ...credentialOptions(request.credentials),
  ]
  const made = options.length === 0 ? '' : `{ ${options.join(', ')} }`
  const call = `client${access(names.methods.get(operation.operationId) ?? '')}(${callArguments(operation, request)})`
  const reads = request.body?.kind === 'file' ? "import { readFile } from 'node:fs/promises'\n" : ''
  return `${reads}import { ${factory} } from ${quoted(from)}

const client = ${factory}(${made})
${answers(operation) ? `const answer = await ${call}\nconsole.log(answer)` : `await ${call}`}`
}

/** A member of the client; a name may be a word with a meaning, as `delete` is. */
function access(method: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(method) ? `.${method}` : `[${quoted(method)}]`
}

function credentialOptions(credentials: readonly SampleCredential[]): string[] {
  const [first] = credentials
  if (first === undefined) return []
  if (credentials.length === 1 && isBearer(first.scheme)) return [`token: process.env.${first.variable}`]
  const each = credentials.map(({ name, variable }) => {
    const key = camelCase(name) === name ? name : quoted(name)
    return `${key}: process.env.${variable} ?? ''`
  })
  return [`credentials: { ${each.join(', ')} }`]
}

/** In the order of a method's arguments: the path's parameters as the path names them, the body, the options. */
function callArguments(operation: Operation, { values, body }: SampleRequest): string {
  const place = ({ parameter }: SampleParameter) => operation.path.indexOf(`{${parameter.name}}`)
  const path = values.filter(({ parameter }) => parameter.in === 'path').sort((a, b) => place(a) - place(b))
  const places = (['query', 'header', 'cookie'] as const).flatMap((where) => {
    const own = values.filter(({ parameter }) => parameter.in === where)
    return own.length === 0
      ? []
      : [[where, Object.fromEntries(own.map(({ parameter, value }) => [parameter.name, value]))] as const]
  })
  const options = places.length === 0 ? [] : [javascriptText(Object.fromEntries(places))]
  return [
    ...path.map(({ value }) => javascriptText(value)),
    ...(body ? [bodyText(body)] : options.length > 0 && operation.requestBody ? ['undefined'] : []),
    ...options,
  ].join(', ')
}

function bodyText({ kind, value }: SampleBody): string {
  return kind === 'file' ? "await readFile('body.bin')" : javascriptText(value)
}

function answers({ responses }: Operation): boolean {
  return responses.some(({ status, content }) => /^2/.test(status) && content.length > 0)
}
