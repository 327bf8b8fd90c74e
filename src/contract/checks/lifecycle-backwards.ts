import { pointerOf } from '../../document/json.ts'
import type { Check, Verdict } from '../check.ts'
import type { Known, SeenState } from '../known.ts'
import { listedIn, resourceAnswer, stateIn } from '../resource/answers.ts'
import type { Lifecycle } from '../resource/hints.ts'

/**
 * States go forward: from creating or updating to ready, from deleting to gone. A state that the document does not give a
 * place is passed over, and so is a number, whose meaning it does not give.
 */
export const lifecycleBackwards: Check = {
  id: 'lifecycle-backwards',
  judge: (exchange) => {
    const { known, shown } = resourceAnswer(exchange, 'create', 'read', 'update', 'delete', 'list') ?? {}
    if (!known) return []
    const { resource, step, seen } = known
    if (step !== 'list') return faults(known, shown, resource.inAnswer)
    return listedIn(resource, exchange).flatMap((item) => {
      const states = seen?.get(item.id)
      return states ? faults({ ...known, step: 'read', states }, item.shown, item.at) : []
    })
  },
}

function faults(known: Known, shown: unknown, at: readonly string[]): Verdict[] {
  const { lifecycle } = known.resource
  if (!lifecycle) return []
  const pointer = pointerOf([...at, ...lifecycle.at, lifecycle.state])
  return backwards(lifecycle, known, stateIn(known.resource, shown)).map((verdict) => ({ ...verdict, pointer }))
}

function backwards(lifecycle: Lifecycle, { step, states = [] }: Known, state: SeenState['state']): Verdict[] {
  const { creating, updating, ready, deleting } = lifecycle
  const isSeen = (name: string | undefined) => name !== undefined && states.some((one) => one.state === name)
  const is = (...names: readonly (string | undefined)[]) => state !== undefined && names.includes(String(state))
  // The answer to a change belongs to that change; what was seen before does not.
  const isChange = step === 'update' || step === 'delete'
  const since = isChange ? step : (states.at(-1)?.since ?? 'create')
  const own = states.filter((one) => one.since === since)
  // An update may be answered before it begins, with the state as it was.
  const wasReady = own.at(-1)?.state === ready && !(since === 'update' && own.length === 1)
  const wrong = (message: string, expected: string): Verdict[] => [{ message, expected, got: String(state) }]
  if (isSeen(deleting) && is(creating, updating, ready))
    return wrong('It was being deleted and no longer is', String(deleting))
  if (is(deleting) && since !== 'delete')
    return wrong('It is being deleted, and nobody asked for that', 'another state')
  if (is(creating) && (isSeen(ready) || isSeen(updating)))
    return wrong('It is being created again', 'a state after its creation')
  if (is(creating, updating) && !isChange && ready !== undefined && wasReady)
    return wrong('It was ready and is so no longer, without a change', ready)
  return []
}
