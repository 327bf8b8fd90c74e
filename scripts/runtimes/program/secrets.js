import { apiKey, asking, equal, specification, token } from './workplace.js'

/** Last, because they look at every error that the others have met. */
export const secretChecks = [
  ['what the service echoes holds no secret', echo],
  ['no error holds a secret', errorsHoldNone],
  ['the client does not show its token', clientHoldsNone],
]

async function echo({ client, failure }) {
  const { coreWeaveAuth: _, ...rest } = specification('echo')
  const body = { ...rest, weightsAndBiasesAuth: { apiKey, serverUrl: 'https://wandb.example' } }
  const error = await failure(client().createGateway(body, asking('echo')), 'ApiError', { status: 400 })
  equal(error.message.includes('[redacted]') || error.rawBody?.includes('[redacted]'), true, 'redacted')
}

async function errorsHoldNone({ errors }) {
  equal(errors.length > 10, true, 'errors were met')
  for (const error of errors) for (const text of texts(error)) holdsNone(text, error?.name)
}

async function clientHoldsNone({ client }) {
  const gateways = client()
  for (const text of [JSON.stringify(gateways), ...Object.values(gateways).map(String), ...inspected(gateways)])
    holdsNone(text, 'the client')
}

/** All that a log could make of an error and of what caused it. */
function texts(error) {
  if (!(error instanceof Error)) return [String(error)]
  const fields = [error.message, error.stack, error.rawBody, JSON.stringify(error.body), JSON.stringify(error.details)]
  const own = Object.getOwnPropertyNames(error).map((name) => String(error[name]))
  const causes = error.cause === undefined ? [] : texts(error.cause)
  return [String(error), JSON.stringify(error), ...fields, ...own, ...inspected(error), ...causes]
}

/** As the engine's own console shows it, where it tells. */
function inspected(value) {
  const { inspect } = globalThis.process?.getBuiltinModule?.('node:util') ?? {}
  return inspect ? [inspect(value, { depth: 10, showHidden: true, getters: true })] : []
}

function holdsNone(text = '', owner) {
  for (const [name, secret] of Object.entries({ token, apiKey }))
    equal(text.includes(secret), false, `${name} in ${owner}`)
}
