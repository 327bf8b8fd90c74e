/** What the program sends as secrets: they must be found nowhere afterwards. */
export const token = 'the-token-of-the-program'
export const apiKey = 'the-key-of-the-program'

/** What a check works with: the library, clients of it, and the errors that it has thrown so far. */
export function workplace(library, baseUrl) {
  const errors = []
  const client = (options) => library.createGatewaysClient({ baseUrl, token, ...options })
  /** Awaits a failure of the given class whose fields are as given; a function is a statement about the field. */
  const failure = async (promise, name, facts = {}) => {
    const error = await promise.then(unexpected, (reason) => reason)
    errors.push(error)
    equal(error instanceof library[name], true, `${error?.name} (${error?.message}) is a ${name}`)
    equal(error instanceof library.ClientError, true, `${name} is a ClientError`)
    for (const [field, value] of Object.entries(facts)) equal(error[field], value, field)
    return error
  }
  return { library, baseUrl, client, failure, errors }
}

/** Asks the service for another answer than it would give; twice asked is asked anew. */
export function asking(fault) {
  return { headers: { 'x-program-fault': `${fault} ${crypto.randomUUID()}` } }
}

/** A specification that the service takes. */
export function specification(name) {
  return { name, zones: ['US-EAST-04A'], coreWeaveAuth: {}, pathBasedRouting: {} }
}

/** Fails unless the two are the same value. */
export function equal(actual, expected, what) {
  if (!Object.is(actual, expected)) throw new Error(`${what}: ${String(actual)} instead of ${String(expected)}`)
}

function unexpected(value) {
  throw new Error(`it resolved to ${JSON.stringify(value)?.slice(0, 200)}`)
}
