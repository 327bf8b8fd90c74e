import type { Handler, SandboxRequest, SandboxResponse } from '../../src/sandbox/handler.ts'

/** The header in which the program asks for an answer: its name, and a word that makes this asking one of its own. */
const header = 'x-program-fault'

type Fault = (request: SandboxRequest, handler: Handler) => SandboxResponse | Promise<SandboxResponse>

const json = { 'content-type': 'application/json' }
const unavailable = { status: 503, headers: json, body: '{"code":14,"message":"The service is busy."}' }

const faults: Readonly<Record<string, { readonly isOnce?: boolean; readonly answer: Fault }>> = {
  /** The first asking fails, and the service is not reached. */
  'busy-once': { isOnce: true, answer: () => unavailable },
  /** The first asking is carried out, and its answer lost. */
  'lost-once': {
    isOnce: true,
    answer: async (request, handler) => {
      await handler(request)
      return unavailable
    },
  },
  html: { answer: () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<title>Sign in</title>' }) },
  redirect: {
    answer: ({ headers }) => ({
      status: 307,
      headers: { location: `http://${headers.host}/elsewhere?key=value` },
      body: '',
    }),
  },
  large: {
    answer: () => ({ status: 200, headers: json, body: JSON.stringify({ gateways: [], more: 'x'.repeat(1e5) }) }),
  },
  /** Sends back all that was sent, secrets included. */
  echo: {
    answer: ({ headers, body }) => {
      const message = `${headers.authorization} may not send ${Buffer.from(body)}`
      return { status: 400, headers: json, body: JSON.stringify({ code: 3, message, details: [{ message }] }) }
    },
  },
}

/** Answers what the program asks for, and else what the service does. */
export function withFaults(handler: Handler): Handler {
  const asked = new Set<string>()
  return (request) => {
    const wish = request.headers[header] ?? ''
    const fault = faults[wish.split(' ', 1)[0] ?? '']
    if (fault === undefined || (fault.isOnce && asked.has(wish))) return handler(request)
    asked.add(wish)
    return fault.answer(request, handler)
  }
}
