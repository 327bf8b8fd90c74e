import { bodyOf, errors, json, type Mutant, withBody } from './plant.ts'

const stack = `TypeError: Cannot read properties of undefined (reading 'id')
    at getGateway (/srv/app/gateways.js:41:17)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`

/** Refusals of another shape than the documented one, or that say too much. */
export const errorBodies: readonly Mutant[] = [
  {
    id: 'errors-are-wrapped',
    caughtBy: 'undocumented-error',
    plant: errors((response) => withBody(response, { error: bodyOf(response) })),
  },
  {
    id: 'errors-are-empty-objects',
    caughtBy: 'undocumented-error',
    plant: errors((response) => withBody(response, {})),
  },
  { id: 'errors-are-texts', caughtBy: 'invalid-body', plant: errors((response) => withBody(response, '"Not valid"')) },
  {
    id: 'error-message-is-a-list',
    caughtBy: 'invalid-body',
    plant: errors((response) => withBody(response, { ...bodyOf(response), message: ['Not valid'] })),
  },
  {
    id: 'error-details-are-an-object',
    caughtBy: 'invalid-body',
    plant: errors((response) => withBody(response, { ...bodyOf(response), details: {} })),
  },
  {
    id: 'errors-have-no-body',
    caughtBy: 'unsound-json',
    plant: errors((response) => withBody(response, '')),
  },
  {
    id: 'stack-trace-in-the-message',
    caughtBy: 'stack-trace-returned',
    plant: errors((response) => (response.status === 400 ? withBody(response, { code: 3, message: stack }) : response)),
  },
  {
    id: 'stack-trace-in-a-header',
    caughtBy: 'stack-trace-returned',
    plant: errors((response) => ({
      ...response,
      headers: { ...response.headers, 'x-error': stack.replaceAll(/\s+/g, ' ') },
    })),
  },
  {
    id: 'stack-trace-of-another-engine',
    caughtBy: 'stack-trace-returned',
    plant: errors((response) =>
      response.status === 404
        ? json(404, { code: 5, message: 'goroutine 17 [running]:\nmain.get(0xc000)\n\t/srv/main.go:42 +0x1d' })
        : response,
    ),
  },
]
