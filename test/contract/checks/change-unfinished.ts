import { gateway, known, type Row } from '../exchange.ts'
import { pets } from '../pets.ts'

const pointer = '#/gateway/status/status'
const inState = (status: unknown) => ({ gateway: gateway({}, { status }) })
const slow = { message: 'It has not become ready in time', pointer, expected: 'STATUS_READY' }
const there = { message: 'It was deleted and is not gone in time', expected: 'status 404' }

export const rows: readonly Row[] = [
  {
    what: 'one that still changes, while there is time',
    body: inState('STATUS_CREATING'),
    known: known('read'),
    verdicts: [],
  },
  { what: 'an answer about nothing known', body: inState('STATUS_CREATING'), verdicts: [] },
  {
    what: 'one that is not ready when time is over',
    body: inState('STATUS_CREATING'),
    known: known('read', { awaited: 'ready' }),
    verdicts: [{ ...slow, got: 'status 200, STATUS_CREATING' }],
  },
  {
    what: 'one that has failed',
    body: inState('STATUS_FAILED'),
    known: known('read', { awaited: 'ready' }),
    verdicts: [{ ...slow, message: 'It has failed', got: 'status 200, STATUS_FAILED' }],
  },
  {
    what: 'one that has failed and is not gone when time is over',
    body: inState('STATUS_FAILED'),
    known: known('read', { awaited: 'gone' }),
    verdicts: [{ ...there, pointer, got: 'status 200, STATUS_FAILED' }],
  },
  {
    what: 'one whose number says nothing',
    body: inState(3),
    known: known('read', { awaited: 'ready' }),
    verdicts: [{ ...slow, got: 'status 200, 3' }],
  },
  {
    what: 'one that is not there when time is over',
    status: 404,
    body: {},
    known: known('read', { awaited: 'ready' }),
    verdicts: [{ ...slow, got: 'status 404' }],
  },
  {
    what: 'one that is still deleted when time is over',
    body: inState('STATUS_DELETING'),
    known: known('read', { awaited: 'gone' }),
    verdicts: [{ ...there, pointer, got: 'status 200, STATUS_DELETING' }],
  },
  {
    what: 'one without states that is there when time is over',
    body: {},
    known: { resource: pets, step: 'read', awaited: 'gone' },
    verdicts: [{ ...there, got: 'status 200' }],
  },
]
