import type { Recorded, RecordedMessage } from './recorded.ts'

/** Entries as HAR again: decoded, and with what they hold, which as a rule is without secrets. */
export function harOf(entries: readonly Recorded[]): object {
  return { log: { version: '1.2', creator: { name: 'traffic', version: '1' }, entries: entries.map(entryOf) } }
}

function entryOf({ startedAt, method, url, request, response }: Recorded): object {
  const shared = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: -1 }
  const { body } = request
  const mimeType = request.headers['content-type'] ?? ''
  return {
    startedDateTime: startedAt,
    time: 0,
    request: {
      ...shared,
      ...{ method, url, queryString: [], headers: headersOf(request) },
      ...(body.kind === 'text' && { postData: { mimeType, text: body.text } }),
    },
    response: response && {
      ...shared,
      ...{ status: response.status, statusText: '', redirectURL: '', headers: headersOf(response) },
      content: {
        size: -1,
        mimeType: response.headers['content-type'] ?? '',
        ...(response.body.kind === 'text' && { text: response.body.text }),
      },
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  }
}

/** Those of an encoding would not be true of a decoded body. */
function headersOf({ headers }: RecordedMessage): object[] {
  const kept = Object.entries(headers).filter(([name]) => !/^content-(encoding|length)$|^transfer-encoding$/.test(name))
  return kept.map(([name, value]) => ({ name, value }))
}
