/** Sends requests and writes them down as a browser does. */
export function recordingFetch(base: string, token: string) {
  const entries: object[] = []
  const send = async (method: string, path: string, body?: unknown) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers = {
      authorization: `Bearer ${token}`,
      ...(text !== undefined && { 'content-type': 'application/json' }),
    }
    const startedDateTime = new Date().toISOString()
    const response = await fetch(base + path, { method, headers, ...(text !== undefined && { body: text }) })
    const mimeType = response.headers.get('content-type')
    const request = {
      ...{ method, url: base + path, httpVersion: 'HTTP/1.1', headers: listed(Object.entries(headers)) },
      ...(text !== undefined && { postData: { mimeType: 'application/json', text } }),
    }
    const content = { mimeType, size: -1, text: await response.text() }
    const answer = { status: response.status, headers: listed([...response.headers]), content }
    entries.push({ startedDateTime, _securityState: 'insecure', request, response: answer })
  }
  return { send, entries }
}

function listed(headers: readonly (readonly [string, string])[]): object[] {
  return headers.map(([name, value]) => ({ name, value }))
}
