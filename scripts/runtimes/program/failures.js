import { asking, equal, specification } from './workplace.js'

/** Answers that are none that a caller can use, each with the error that says so. */
export const failureChecks = [
  ['a 404 is an ApiError with the code of the service', notFound],
  ['HTML with a 200 is unexpected', html],
  ['a redirect is not followed', redirect],
  ['an answer that is too long is not read', large],
  ['a connection that is reset is a ConnectionError', reset],
  ['an answer that breaks off is a ConnectionError', brokenOff],
  ['a path that would name something else is not sent', otherPath],
  ['an update that could drop a stored key is not sent', droppedKey],
]

async function notFound({ client, failure }) {
  const call = client().getGateway(crypto.randomUUID())
  await failure(call, 'ApiError', { status: 404, code: 'not_found', operationId: 'getGateway', attempts: 1 })
}

async function html({ client, failure }) {
  await failure(client().listGateways(asking('html')), 'UnexpectedResponseError', { status: 200 })
}

async function redirect({ client, failure, baseUrl }) {
  const error = await failure(client().listGateways(asking('redirect')), 'RedirectError')
  // A browser shows neither the status nor the target.
  if (error.location !== undefined) equal(error.location, new URL(baseUrl).origin, 'location')
}

async function large({ client, failure }) {
  const call = client({ maxResponseBytes: 50_000 }).listGateways(asking('large'))
  await failure(call, 'ResponseTooLargeError', { maxResponseBytes: 50_000 })
}

async function reset({ client, failure }) {
  const call = client({ retry: false }).listGateways({ headers: { 'x-sandbox-fault': 'reset' } })
  await failure(call, 'ConnectionError', { attempts: 1 })
}

async function brokenOff({ client, failure }) {
  const call = client({ retry: false }).listGateways({ headers: { 'x-sandbox-fault': 'truncate' } })
  await failure(call, 'ConnectionError')
}

async function otherPath({ client, failure }) {
  for (const id of ['..', '', '%2e%2e', 'parameters'])
    await failure(client().getGateway(id), 'InvalidRequestError', { attempts: 0 })
}

async function droppedKey({ client, failure }) {
  const { coreWeaveAuth: _, ...rest } = specification('key')
  const body = { ...rest, weightsAndBiasesAuth: { serverUrl: 'https://wandb.example' } }
  await failure(client().updateGateway(crypto.randomUUID(), body), 'InvalidRequestError', { attempts: 0 })
}
