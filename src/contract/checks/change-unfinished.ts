import { pointerOf } from '../../document/json.ts'
import { type Check, parsedBody } from '../check.ts'
import { shownIn, stateIn } from '../resource/answers.ts'

/** A change comes to its end in the time that the run waits: created and updated ones become ready, deleted ones go. */
export const changeUnfinished: Check = {
  id: 'change-unfinished',
  judge: (exchange) => {
    const { known, response } = exchange
    if (!known?.awaited) return []
    const { resource, awaited } = known
    const state = stateIn(resource, shownIn(resource, parsedBody(exchange)))
    const { at = [], state: name = '', ready } = resource.lifecycle ?? {}
    return [
      {
        message: awaited === 'gone' ? 'It was deleted and is not gone in time' : 'It has not become ready in time',
        ...(resource.lifecycle && { pointer: pointerOf([...resource.inAnswer, ...at, name]) }),
        expected: awaited === 'gone' ? 'status 404' : String(ready),
        got: `status ${response.status}${state === undefined ? '' : `, ${state}`}`,
      },
    ]
  },
}
