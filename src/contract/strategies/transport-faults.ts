import type { Operation } from '../../document/model.ts'
import type { Case, CaseRequest, Refusal } from '../case.ts'
import { malformedKey } from '../coverage.ts'
import { jsonBody, requestText } from '../request.ts'
import type { Context } from '../strategy.ts'

/** Bodies with a fault below the document: text that is not JSON, none at all, or another media type than its own. */
export function transportFaults({ model, requests }: Context): Case[] {
  return model.operations.flatMap((operation) => {
    const parts = requests(operation)?.parts
    const media = jsonBody(operation)
    if (!media || !parts) return []
    const valid = requestText(operation, parts)
    return [
      ...malformed.map((fault) => malformedCase(operation, valid, fault)),
      ...(valid.body === undefined ? [] : otherMediaTypes(operation, valid)),
    ]
  })
}

interface Fault {
  readonly name: string
  readonly because: string
  readonly body: (valid: string) => string
  /** A service could still read a whole request in it: stop early, be lenient, or take nothing for an empty object. */
  readonly isReadable?: true
}

const malformed: readonly Fault[] = [
  { name: '', because: 'the body is not JSON', body: () => '{"name": ' },
  { name: 'empty', because: 'the body is empty', body: () => '', isReadable: true },
  {
    name: 'cut-short',
    because: 'the body ends in the middle',
    body: (valid) => valid.slice(0, -1) || '{',
    isReadable: true,
  },
  {
    name: 'two-values',
    because: 'the body is two JSON values',
    body: (valid) => `${valid}${valid || '{}{}'}`,
    isReadable: true,
  },
  {
    name: 'single-quotes',
    because: 'the body is not JSON but JavaScript',
    body: () => "{'name': 'contract'}",
    isReadable: true,
  },
]

function malformedCase(operation: Operation, valid: CaseRequest, { name, because, body, isReadable }: Fault): Case {
  // An optional body may well be empty.
  const isPermitted = name === 'empty' && operation.requestBody?.required !== true
  const mediaType = valid.headers['content-type'] ?? jsonBody(operation)?.mediaType ?? 'application/json'
  return {
    id: ['malformed-json', operation.operationId, ...(name === '' ? [] : [name])].join('/'),
    operation,
    request: { ...valid, headers: { ...valid.headers, 'content-type': mediaType }, body: body(valid.body ?? '') },
    expectation: isPermitted ? { kind: 'permitted' } : { kind: 'refused', because, about: 'transport' },
    covers: name === '' ? [malformedKey(operation)] : [],
    ...(!isPermitted && !isReadable && { isInert: true }),
  }
}

const faultyMediaTypes = ['text/plain', 'application/xml']

function otherMediaTypes(operation: Operation, valid: CaseRequest): Case[] {
  const documented = operation.requestBody?.content.map(({ mediaType }) => mediaType) ?? []
  const isOpen = documented.some((mediaType) => mediaType.includes('*'))
  const wrong = faultyMediaTypes.filter((mediaType) => !isOpen && !documented.some((one) => one.startsWith(mediaType)))
  const { 'content-type': _, ...headers } = valid.headers
  const refusal = (because: string): Refusal => ({ kind: 'refused', because, about: 'transport' })
  return [
    ...wrong.map((mediaType) => ({
      id: `media-type/${operation.operationId}/${mediaType.replace('/', '-')}`,
      operation,
      request: { ...valid, headers: { ...headers, 'content-type': mediaType } },
      expectation: refusal(`the document describes no body in ${mediaType}`),
      covers: [],
    })),
    {
      id: `media-type/${operation.operationId}/missing`,
      operation,
      request: { ...valid, headers },
      // A recipient may look at a body that says nothing of its type (RFC 9110, section 8.3).
      expectation: { ...refusal('the body has no media type'), tolerable: true },
      covers: [],
    },
  ]
}
