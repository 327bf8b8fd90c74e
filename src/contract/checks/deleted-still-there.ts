import { type Check, isServerError, statusGot } from '../check.ts'

/** What has answered once that it is gone stays gone. */
export const deletedStillThere: Check = {
  id: 'deleted-still-there',
  judge: (exchange) => {
    const { known, response } = exchange
    if (known?.step !== 'gone' || isServerError(exchange) || response.status >= 400) return []
    return [
      { message: 'It was deleted and gone, and is there again', expected: 'status 404', got: statusGot(response) },
    ]
  },
}
