import { gateway, gateways, id, json, known, otherId, type Row } from '../exchange.ts'
import { pets } from '../pets.ts'

const pointer = '#/items'
const items = (...ids: readonly unknown[]) => ({ items: ids.map((one) => gateway({ id: one })) })
const lacks = (expected: string) => ({
  message: 'The list lacks one that exists',
  pointer,
  expected,
  got: 'no such item',
})
const holds = (got: string) => ({
  message: 'The list holds one that does not belong there',
  pointer: '#/items/1',
  expected: `no ${got}`,
  got,
})
const twice = (one: string, { times = 2, at = 1 } = {}) => ({
  message: 'The list holds one more than once',
  pointer: `#/items/${at}`,
  expected: `${one} once`,
  got: `${times} times`,
})
const nameless = (got: string) => ({
  message: 'The list holds items without an identifier',
  pointer,
  expected: 'none',
  got,
})
const one = known('list', { listed: [id], unlisted: [otherId] })
const part = { ...one, resource: { ...gateways, isPaged: true } }

export const rows: readonly Row[] = [
  { what: 'a list that holds what exists, and others', body: items('other', id), known: one, verdicts: [] },
  { what: 'identifiers in upper case', body: items(id.toUpperCase()), known: one, verdicts: [] },
  {
    what: 'an identifier that was sent in upper case',
    body: items(id),
    known: known('list', { listed: [id.toUpperCase()] }),
    verdicts: [],
  },
  { what: 'an empty list that is left out', body: {}, known: known('list', { unlisted: [id] }), verdicts: [] },
  { what: 'a bare list', body: [{ petId: id }], known: { resource: pets, step: 'list', listed: [id] }, verdicts: [] },
  { what: 'a refusal', status: 500, body: {}, known: one, verdicts: [] },
  { what: 'a body that is not JSON, which another check reports', headers: json, text: '{', known: one, verdicts: [] },
  {
    what: 'a list with a filter, which another check judges',
    body: {},
    known: { ...one, step: 'filter' },
    verdicts: [],
  },
  { what: 'a part of a list, which may lack one', body: items('other'), known: part, verdicts: [] },
  {
    what: 'a part of a list with one that is deleted, and one twice',
    body: items('x', otherId, 'x'),
    known: part,
    verdicts: [holds(otherId), twice('x', { at: 2 })],
  },
  { what: 'a list that lacks one', body: items(), known: one, verdicts: [lacks(id)] },
  {
    what: 'a list that lacks two',
    body: items('x'),
    known: known('list', { listed: [id, 'x', otherId] }),
    verdicts: [
      { message: 'The list lacks 2 that exist', pointer, expected: `${id}, ${otherId}`, got: 'no such items' },
    ],
  },
  { what: 'no list at all', body: {}, known: one, verdicts: [lacks(id)] },
  {
    what: 'a bare list that lacks one',
    body: [],
    known: { resource: pets, step: 'list', listed: [id] },
    verdicts: [{ ...lacks(id), pointer: '#' }],
  },
  {
    what: 'a list that holds one that is deleted',
    body: items(id, otherId.toUpperCase()),
    known: one,
    verdicts: [holds(otherId)],
  },
  { what: 'a list that holds one twice', body: items(id, id.toUpperCase()), known: one, verdicts: [twice(id)] },
  {
    what: 'a list that holds another thrice',
    body: items(id, 'x', 'x', 'x'),
    known: one,
    verdicts: [twice('x', { times: 3, at: 2 })],
  },
  { what: 'items without an identifier', body: items(id, undefined, ''), known: one, verdicts: [nameless('2')] },
]
