import { token } from './authentication.ts'
import {
  actionOf,
  bodyOf,
  errors,
  idOf,
  type Loose,
  type Mutant,
  type Plant,
  responses,
  shown,
  withBody,
} from './plant.ts'

/** Remembers the key that each gateway was given, and lets some actions answer with it. */
function keyIn(actions: readonly string[], place: (gateway: Loose, key: string) => Loose): Plant {
  return (handler) => {
    const keys = new Map<string, string>()
    return async (request) => {
      const response = await handler(request)
      const body = bodyOf(response)
      const key = bodyOf(request)?.weightsAndBiasesAuth?.apiKey
      if (response.status > 299) return response
      if (typeof key === 'string') keys.set(body.gateway.spec.id, key)
      if (!actions.includes(actionOf(request))) return response
      const edit = (one: Loose) => {
        const own = keys.get(one.spec.id)
        return own ? place(one, own) : one
      }
      return withBody(response, body.items ? { items: body.items.map(edit) } : { gateway: edit(body.gateway) })
    }
  }
}

const inSpec = (one: Loose, apiKey: string) => ({
  ...one,
  spec: { ...one.spec, weightsAndBiasesAuth: { ...one.spec.weightsAndBiasesAuth, apiKey } },
})

/** Secrets that come back. */
export const secrets: readonly Mutant[] = [
  ...['create', 'get', 'list', 'update'].map((action) => ({
    id: `key-comes-back-in-${action}`,
    caughtBy: 'secret-returned',
    plant: keyIn([action], inSpec),
  })),
  {
    id: 'key-comes-back-masked',
    caughtBy: 'secret-returned',
    plant: keyIn(['get'], (one, key) => inSpec(one, `${key.slice(0, 3)}…`)),
  },
  {
    id: 'key-comes-back-in-a-condition',
    caughtBy: 'secret-returned',
    plant: keyIn(['get'], (one, key) => ({
      ...one,
      status: { ...one.status, conditions: [{ type: 'Ready', status: 'True', message: `Connected with ${key}` }] },
    })),
  },
  {
    id: 'key-comes-back-in-base64',
    caughtBy: 'secret-returned',
    plant: keyIn(['get'], (one, key) => ({
      ...one,
      status: { ...one.status, conditions: [{ type: 'Ready', status: 'True', message: `Sent ${btoa(key)}` }] },
    })),
  },
  {
    id: 'conflict-tells-the-key',
    caughtBy: 'secret-returned',
    plant: responses(['create'], (response, request) =>
      response.status === 409
        ? withBody(response, { code: 6, message: `Sent: ${bodyOf(request)?.weightsAndBiasesAuth?.apiKey}` })
        : response,
    ),
  },
  {
    id: 'token-is-in-the-refusal',
    caughtBy: 'secret-returned',
    plant: errors((response) => withBody(response, { ...bodyOf(response), message: `Seen: Bearer ${token}` })),
  },
  {
    id: 'token-is-in-a-header',
    caughtBy: 'secret-returned',
    plant: responses(shown, (response, request) => ({
      ...response,
      headers: { ...response.headers, 'x-debug': request.headers.authorization ?? '' },
    })),
  },
  {
    id: 'refusal-repeats-the-request',
    caughtBy: 'secret-returned',
    plant: responses(['create', 'update'], (response, request) =>
      response.status >= 400 && bodyOf(request)?.weightsAndBiasesAuth?.apiKey
        ? withBody(response, {
            ...bodyOf(response),
            message: `Invalid: ${JSON.stringify(bodyOf(request))} ${idOf(request)}`,
          })
        : response,
    ),
  },
]
