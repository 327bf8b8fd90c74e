import { shortened } from '../../../src/contract/check.ts'
import { gateway, id, known, otherId, type Row } from '../exchange.ts'
import { operationNamed } from '../our-model.ts'
import { petMeasure, pets } from '../pets.ts'

const operation = operationNamed('createGateway')
const again = known('duplicate')
const overwrote = (body: unknown) => [
  {
    message: 'A create under an identifier that exists was accepted with other contents',
    expected: 'a refusal, or what exists, unchanged',
    got: `status 200: ${shortened(JSON.stringify(body))}`,
  },
]
const reported = (what: string, body: unknown): Row => ({
  what,
  body,
  operation,
  known: again,
  verdicts: overwrote(body),
})

export const rows: readonly Row[] = [
  { what: 'a refusal', status: 409, body: {}, operation, known: again, verdicts: [] },
  {
    what: 'what exists, unchanged',
    body: { gateway: gateway({ id: id.toUpperCase(), zones: ['us-east-04a'] }) },
    operation,
    known: again,
    verdicts: [],
  },
  {
    what: 'another gateway in an answer to another step',
    body: { gateway: gateway({ id: otherId }) },
    operation,
    known: known('create'),
    verdicts: [],
  },
  { what: 'an answer about nothing known', body: {}, operation, verdicts: [] },
  {
    what: 'an answer that the document gives no contents',
    status: 201,
    by: petMeasure,
    operation: { ...pets.create, responses: [{ status: '201', description: '', content: [], headers: [] }] },
    known: { resource: pets, step: 'duplicate', id, sent: { petId: id } },
    verdicts: [],
  },
  reported('the gateway with other contents', { gateway: gateway({ zones: [] }) }),
  reported('the gateway with another name', { gateway: gateway({ name: 'other' }) }),
  reported('another gateway', { gateway: gateway({ id: otherId }) }),
  reported('nothing', {}),
]
