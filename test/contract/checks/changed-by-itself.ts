import type { JsonObject } from '../../../src/document/json.ts'
import { gateway, id, known, type Row } from '../exchange.ts'
import { petMeasure, petOperation, pets } from '../pets.ts'

const read = (what: string, was: JsonObject, is: JsonObject, ...verdicts: Row['verdicts']): Row => ({
  what,
  body: { gateway: gateway(is) },
  known: known('read', { before: gateway(was) }),
  verdicts,
})
const changed = {
  message: 'The answer shows another value than before, and nobody changed it',
  pointer: '#/gateway/spec/organizationId',
  expected: '"org-a"',
  got: '"org-b"',
}
const wasA = { before: gateway({ organizationId: 'org-a' }) }
const isB = { gateway: gateway({ organizationId: 'org-b' }) }

export const rows: readonly Row[] = [
  read('the same organization', { organizationId: 'org-a' }, { organizationId: 'org-a' }),
  read('an organization that is shown for the first time', {}, { organizationId: 'org-b' }),
  read('an organization that is left out', { organizationId: 'org-a' }, {}),
  read('a member that the caller sends, which another check judges', { name: 'demo' }, { name: 'other' }),
  read('a member that nobody documented, by its number', { mode: 'MODE_OPEN' }, { mode: 1 }),
  read('an object that the service adds', { usage: { tokens: 1 } }, { usage: { tokens: 2 } }),
  read('a list that the service adds', { usage: [1] }, { usage: [2] }),
  { what: 'one that was not seen before', body: isB, known: known('read'), verdicts: [] },
  { what: 'an answer about nothing known', body: isB, verdicts: [] },
  { what: 'an answer to an update', body: isB, known: known('update', wasA), verdicts: [] },
  { what: 'a refusal', status: 404, body: isB, known: known('read', wasA), verdicts: [] },
  { what: 'no gateway at all', body: {}, known: known('read', wasA), verdicts: [] },
  {
    what: 'a pet, whose specification is not kept apart',
    body: { petId: id, mood: 'good' },
    operation: petOperation('getPet'),
    by: petMeasure,
    known: { resource: pets, step: 'read', id, before: { petId: id, mood: 'bad' } },
    verdicts: [],
  },
  read('another organization', { organizationId: 'org-a' }, { organizationId: 'org-b' }, changed),
  read(
    'another switch that nobody documented',
    { isDefault: true },
    { isDefault: false },
    { ...changed, pointer: '#/gateway/spec/isDefault', expected: 'true', got: 'false' },
  ),
]
