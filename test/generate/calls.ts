import { pathToFileURL } from 'node:url'

/** One call of a generated client, the request that it sends and what it resolves to. */
export interface Call {
  /** The method, then its arguments. */
  readonly call: readonly [method: string, ...args: unknown[]]
  /** Method, URL and, where there are any, the body's media type and text. */
  readonly sent: readonly string[]
  /** Headers that the request carries beside those that every request has. */
  readonly headers?: Readonly<Record<string, string>>
  /** The status of the answer; default 200. */
  readonly status?: number
  /** The media type of the answer; default `application/json`. */
  readonly mediaType?: string
  /** The body of the answer; none when it is left out. */
  readonly answer?: unknown
  /** What the call resolves to; default: the answer. */
  readonly result?: unknown
}

/** Makes one call against a fetch that gives the answer, and tells what was sent and what came of it. */
export async function made(client: string, one: Omit<Call, 'sent'>): Promise<Call> {
  const { createClient } = await import(pathToFileURL(client).href)
  const sent: string[] = []
  let headers: Record<string, string> = {}
  const fetch = async (url: string, init: RequestInit) => {
    const request = new Request(url, init)
    const { accept: _, 'content-type': mediaType, ...others } = Object.fromEntries(request.headers)
    const text = await request.text()
    const type = mediaType?.replace(/boundary=.*/, 'boundary=…')
    headers = others
    sent.push(`${request.method} ${request.url}`, ...(type === undefined ? [] : [type, withoutBoundary(text)]))
    return answer(one)
  }
  const [method, ...args] = one.call
  const result = await createClient({ fetch })[method](...args)
  return { ...one, sent, ...(Object.keys(headers).length > 0 && { headers }), ...(differs(result, one) && { result }) }
}

function answer({ status = 200, mediaType = 'application/json', answer: body }: Omit<Call, 'sent'>): Response {
  if (body === undefined) return new Response(null, { status })
  const text = mediaType.includes('json') ? JSON.stringify(body) : String(body)
  return new Response(text, { status, headers: { 'content-type': mediaType } })
}

function differs(result: unknown, { answer: body }: Omit<Call, 'sent'>): boolean {
  return JSON.stringify(result) !== JSON.stringify(body)
}

/** A multipart body has random separators. */
function withoutBoundary(text: string): string {
  const [separator = ''] = /^--\S+(?=\r\n)/.exec(text) ?? []
  return separator === '' ? text : text.replaceAll(separator, '--…')
}
