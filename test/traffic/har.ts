import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../workspace.ts'

export const collection = 'https://api.coreweave.com/v1alpha1/inference/gateways'
export const id = '5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10'
export const token = 'CW-SECRET-9f8e7d6c5b4a'
export const valid = { id, name: 'demo', zones: ['US-EAST-04A'], coreWeaveAuth: {}, pathBasedRouting: {} }

/** What differs from a read of the list that went well. */
export interface Call {
  readonly method?: string
  /** Behind the collection's URL, or a whole URL. */
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly status?: number
  readonly answer?: unknown
  readonly answerHeaders?: Readonly<Record<string, string>>
  /** Members of the entry, its request and its response that stand in the place of others. */
  readonly entry?: object
  readonly request?: object
  readonly response?: object
}

/** One entry of a HAR file, as browsers write it. */
export function entry(call: Call = {}): object {
  const {
    method = 'GET',
    url = '',
    headers = {},
    body,
    status = 200,
    answer = { items: [] },
    answerHeaders = {},
  } = call
  const shared = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: -1 }
  const json = { 'content-type': 'application/json' }
  return {
    startedDateTime: '2026-05-06T09:30:00.000Z',
    request: {
      ...shared,
      method,
      url: url.includes(':') ? url : collection + url,
      headers: pairs({ Authorization: `Bearer ${token}`, ...(body !== undefined && json), ...headers }),
      ...(body !== undefined && { postData: { mimeType: 'application/json', text: JSON.stringify(body) } }),
      ...call.request,
    },
    response: {
      ...shared,
      status,
      headers: pairs({ ...json, ...answerHeaders }),
      content: { size: -1, mimeType: 'application/json', text: JSON.stringify(answer) },
      ...call.response,
    },
    ...call.entry,
  }
}

function pairs(headers: Readonly<Record<string, string>>): object[] {
  return Object.entries(headers)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }))
}

/** A HAR file with these entries, until the test ends. */
export function harFile(entries: readonly object[]): string {
  return textFile(harText(entries))
}

export function harText(entries: readonly object[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'a test', version: '1' }, entries } }, null, 1)
}

export function textFile(text: string): string {
  const file = join(temporaryFolder(), 'recorded.har')
  writeFileSync(file, text)
  return file
}
