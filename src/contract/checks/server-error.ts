import { type Check, isServerError, statusGot } from '../check.ts'

/** No request of the suite, valid or not, makes the service fail. */
export const serverError: Check = {
  id: 'server-error',
  judge: (exchange) => {
    if (!isServerError(exchange)) return []
    return [{ message: 'The service failed', expected: 'a status below 500', got: statusGot(exchange.response) }]
  },
}
