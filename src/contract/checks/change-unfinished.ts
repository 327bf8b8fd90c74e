import { pointerOf } from '../../document/json.ts'
import { type Check, parsedBody } from '../check.ts'
import { hasFailed, shownIn, stateIn } from '../resource/answers.ts'

const messages = {
  gone: 'It was deleted and is not gone in time',
  ready: 'It has not become ready in time',
}

/** A change comes to its end in the time that the run waits: created and updated ones become ready, deleted ones go. */
export const changeUnfinished: Check = {
  id: 'change-unfinished',
  judge: (exchange) => {
    const { known, response } = exchange
    if (!known?.awaited) return []
    const { resource, awaited } = known
    const shown = shownIn(resource, parsedBody(exchange))
    const state = stateIn(resource, shown)
    const { at = [], state: name = '', ready } = resource.lifecycle ?? {}
    const isFailure = awaited === 'ready' && hasFailed(resource, shown)
    return [
      {
        message: isFailure ? 'It has failed' : messages[awaited],
        ...(resource.lifecycle && { pointer: pointerOf([...resource.inAnswer, ...at, name]) }),
        expected: awaited === 'gone' ? 'status 404' : String(ready),
        got: `status ${response.status}${state === undefined ? '' : `, ${state}`}`,
      },
    ]
  },
}
