import type { SeenState, Step } from '../../../src/contract/known.ts'
import { gateway, known, type Row } from '../exchange.ts'

const [creating, updating, ready, deleting] = ['STATUS_CREATING', 'STATUS_UPDATING', 'STATUS_READY', 'STATUS_DELETING']
type Seen = readonly SeenState['state'][]

/** The states since its creation, since the last update and since the delete. */
function states(create: Seen, update: Seen = [], remove: Seen = []): SeenState[] {
  const since = (name: SeenState['since'], all: Seen) => all.map((state) => ({ state, since: name }))
  return [...since('create', create), ...since('update', update), ...since('delete', remove)]
}

function then(what: string, step: Step, seen: SeenState[], status: unknown, ...verdicts: Row['verdicts']): Row {
  return { what, body: { gateway: gateway({}, { status }) }, known: known(step, { states: seen }), verdicts }
}

/** Its items, each with the states that were seen in it before. */
function listed(
  what: string,
  items: readonly { readonly id: string; readonly status: string; readonly seen?: SeenState[] }[],
) {
  return {
    what,
    body: { items: items.map(({ id, status }) => gateway({ id }, { status })) },
    known: known('list', { seen: new Map(items.flatMap(({ id, seen }) => (seen ? [[id, seen]] : []))) }),
  }
}

const back = (message: string, expected: string, got: string | undefined) => ({
  message,
  pointer: '#/gateway/status/status',
  expected,
  got: String(got),
})
const again = (got: string | undefined) => back('It is being created again', 'a state after its creation', got)
const noLonger = (got: string | undefined) =>
  back('It was ready and is so no longer, without a change', 'STATUS_READY', got)
const alive = (got: string | undefined) => back('It was being deleted and no longer is', 'STATUS_DELETING', got)
const unasked = back('It is being deleted, and nobody asked for that', 'another state', deleting)
const plain = { ...known('read').resource, lifecycle: undefined }

export const rows: readonly Row[] = [
  then('a new one', 'create', [], creating),
  then('a new one that is ready at once', 'create', [], ready),
  then('one that updates itself before it is ready', 'read', states([creating]), updating),
  then('one that becomes ready by way of updating', 'read', states([creating, updating]), ready),
  then('one that stays ready', 'read', states([creating, ready]), ready),
  then('one that is updated', 'update', states([creating, ready]), updating),
  then('one that is ready at once after an update', 'update', states([creating, ready]), ready),
  then('one that is still updated', 'read', states([creating, ready], [updating]), updating),
  then('one that an update shows as it was', 'read', states([creating, ready], [ready]), updating),
  then('one that was ready when it was made, and is updated', 'read', states([ready], [undefined]), updating),
  then('one that is updated a second time', 'update', states([creating, ready], [updating, ready]), updating),
  then(
    'one that is still updated a second time',
    'read',
    states([creating, ready], [updating, ready, updating]),
    updating,
  ),
  then('one that failed and recovers', 'read', states([creating, ready, 'STATUS_ERROR']), updating),
  then('one that failed and is ready again', 'read', states([creating, 'STATUS_ERROR']), ready),
  then('one that is deleted', 'delete', states([creating, ready]), deleting),
  then('one that is deleted while it is created', 'delete', states([creating]), deleting),
  then('the last state, in the answer to a delete', 'delete', states([creating, ready]), ready),
  then('one that is still deleted', 'read', states([ready], [], [undefined, deleting]), deleting),
  then('one whose removal failed', 'read', states([ready], [], [deleting]), 'STATUS_FAILED'),
  then('a number as state', 'read', states([creating, ready]), 7),
  then('a number after a delete', 'read', states([ready], [], [deleting]), 4),
  then('a number that was seen before', 'read', states([3]), updating),
  then('an unknown state', 'read', states([creating, ready]), 'STATUS_MOVING'),
  then('an unknown state after a delete', 'read', states([ready], [], [deleting]), 'STATUS_DELETED'),
  then('an unknown state that was seen before', 'read', states(['STATUS_QUEUED']), creating),
  then('no state', 'read', states([ready]), undefined),
  then('an empty state that was seen before', 'read', states(['']), creating),
  {
    what: 'a refusal',
    status: 404,
    body: { gateway: gateway({}, { status: creating }) },
    known: known('read', { states: states([ready]) }),
    verdicts: [],
  },
  {
    what: 'a state that nobody declared',
    body: { gateway: gateway({}, { status: creating }) },
    known: known('read', { resource: plain, states: states([ready]) }),
    verdicts: [],
  },
  {
    ...listed('a list of what goes on, and of one that nobody knows', [
      { id: 'a', status: ready, seen: states([creating]) },
      { id: 'b', status: deleting, seen: states([ready], [], [deleting]) },
      { id: 'c', status: deleting },
    ]),
    verdicts: [],
  },
  {
    ...listed('a list of what was ready and is updated, asked for when nothing was known', [
      { id: 'a', status: updating },
    ]),
    known: known('list', {}),
    verdicts: [],
  },
  {
    ...listed('a list that shows one as it was', [
      { id: 'a', status: ready, seen: states([creating, ready]) },
      { id: 'b', status: creating, seen: states([creating, ready]) },
    ]),
    verdicts: [{ ...again(creating), pointer: '#/items/1/status/status' }],
  },
  then('one that is created again', 'read', states([creating, ready]), creating, again(creating)),
  then('one that is created again after an update', 'read', states([ready], [undefined]), creating, again(creating)),
  then('one that an update creates again', 'update', states([ready]), creating, again(creating)),
  then('one that is created again out of updating', 'read', states([creating, updating]), creating, again(creating)),
  then('one that was ready and updates itself', 'read', states([creating, ready]), updating, noLonger(updating)),
  then(
    'one that was ready after an update and updates itself',
    'read',
    states([ready], [updating, ready]),
    updating,
    noLonger(updating),
  ),
  then(
    'one that was ready twice after an update and updates itself',
    'read',
    states([ready], [ready, ready]),
    updating,
    noLonger(updating),
  ),
  then('one that was ready when it was made and updates itself', 'read', states([ready]), updating, noLonger(updating)),
  then('one that a delete creates again', 'delete', states([ready]), creating, again(creating)),
  then('one that is deleted for no reason', 'read', states([ready]), deleting, unasked),
  then('a new one that is deleted for no reason', 'create', [], deleting, unasked),
  then('one that an update deletes', 'update', states([ready]), deleting, unasked),
  ...[creating, updating, ready].map((state) =>
    then(`one that was being deleted and is ${state}`, 'read', states([ready], [], [deleting]), state, alive(state)),
  ),
]
