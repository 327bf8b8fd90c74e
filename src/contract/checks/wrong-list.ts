import { pointerOf } from '../../document/json.ts'
import type { Exchange } from '../case.ts'
import { type Check, parsedBody, shortened, type Verdict } from '../check.ts'
import type { Known } from '../known.ts'
import { idIn, itemsIn } from '../resource/answers.ts'

/**
 * A list holds what exists, once, and nothing that is gone or was never created. One that is asked for in parts may lack
 * what another part holds.
 */
export const wrongList: Check = {
  id: 'wrong-list',
  judge: (exchange) => {
    const { known } = exchange
    return known?.step === 'list' || (known?.step === 'aftermath' && known.listed) ? listFaults(exchange, known) : []
  },
}

/** What a list's answer holds too little, too much or twice. */
export function listFaults(exchange: Exchange, { resource, listed = [], unlisted = [] }: Known): Verdict[] {
  const body = parsedBody(exchange)
  if (exchange.response.status > 299 || body instanceof Error) return []
  const ids = itemsIn(resource, body).map((item) => idIn(resource, item))
  const times = (id: string) => ids.filter((one) => one === id.toLowerCase()).length
  const nameless = ids.filter((id) => id === undefined || id === '').length
  const twice = [...new Set(ids)].filter((id) => id !== undefined && id !== '' && times(id) > 1)
  const pointer = pointerOf(resource.inList)
  const at = (id: string | undefined, from = 0) => pointerOf([...resource.inList, String(ids.indexOf(id, from))])
  const due = resource.isPaged ? [] : listed
  return [
    ...lacking(due.filter((id) => times(id) === 0)).map((verdict) => ({ ...verdict, pointer })),
    ...unlisted
      .filter((id) => times(id) > 0)
      .map((id) => ({
        message: 'The list holds one that does not belong there',
        pointer: at(id.toLowerCase()),
        expected: `no ${id}`,
        got: id,
      })),
    ...twice.map((id = '') => ({
      message: 'The list holds one more than once',
      pointer: at(id, ids.indexOf(id) + 1),
      expected: `${id} once`,
      got: `${times(id)} times`,
    })),
    ...(nameless > 0
      ? [{ message: 'The list holds items without an identifier', pointer, expected: 'none', got: String(nameless) }]
      : []),
  ]
}

/** A list that is cut lacks many, for one reason. */
function lacking(ids: readonly string[]): Verdict[] {
  if (ids.length === 0) return []
  const [message, got] =
    ids.length === 1
      ? ['The list lacks one that exists', 'no such item']
      : [`The list lacks ${ids.length} that exist`, 'no such items']
  return [{ message, expected: shortened(ids.join(', ')), got }]
}
