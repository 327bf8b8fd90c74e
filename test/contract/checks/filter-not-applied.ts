import { gateway, gateways, id, known, otherId, type Row } from '../exchange.ts'

const pointer = '#/items'
const items = (...ids: readonly string[]) => ({ items: ids.map((one) => gateway({ id: one })) })
const filter = known('filter', { listed: [id], unlisted: [otherId] })

export const rows: readonly Row[] = [
  { what: 'a list of what was updated', body: items(id), known: filter, verdicts: [] },
  { what: 'a list of nothing, left out', body: {}, known: known('filter', { unlisted: [id] }), verdicts: [] },
  {
    what: 'a list without a filter, which another check judges',
    body: items(),
    known: { ...filter, step: 'list' },
    verdicts: [],
  },
  { what: 'an answer about nothing known', body: items(), verdicts: [] },
  {
    what: 'a part of a list, which may lack what was updated',
    body: items(),
    known: { ...filter, resource: { ...gateways, isPaged: true } },
    verdicts: [],
  },
  {
    what: 'a list that lacks what was updated',
    body: items(),
    known: filter,
    verdicts: [{ message: 'The list lacks one that exists', pointer, expected: id, got: 'no such item' }],
  },
  {
    what: 'a list that holds what was not updated',
    body: items(id, otherId),
    known: filter,
    verdicts: [
      {
        message: 'The list holds one that does not belong there',
        pointer: '#/items/1',
        expected: `no ${otherId}`,
        got: otherId,
      },
    ],
  },
]
