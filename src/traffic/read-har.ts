import { readFileSync } from 'node:fs'
import { isObject, type JsonObject, listAt, objectFrom, textAt } from '../document/json.ts'
import { CannotRunError } from '../report/cannot-run-error.ts'
import type { Recorded, RecordedAnswer, RecordedMessage } from './recorded.ts'
import { requestBody, responseBody } from './recorded-body.ts'

/** A HAR file (HTTP Archive 1.2). */
export interface Har {
  readonly text: string
  readonly entries: readonly Recorded[]
}

/**
 * Reads a HAR file. What it does not know it passes over. No message quotes what is in the file: it is full of secrets.
 *
 * @throws {CannotRunError} when it cannot be read or is no HAR
 */
export function readHar(file: string): Har {
  return harFrom(fileText(file).replace(/^\ufeff/, ''), file)
}

/**
 * Reads the text of a HAR file.
 *
 * @throws {CannotRunError} when it is no HAR
 */
export function harFrom(text: string, file: string): Har {
  const entries = entriesIn(file, parsedHar(file, text))
  return { text, entries: entries.map((entry, index) => recorded(file, entry, index)) }
}

function fileText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = isObject(error) ? textAt(error, 'code') : undefined
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code
    throw new CannotRunError(`Cannot read ${file}: ${reason ?? 'it is too large, or no text'}.`)
  }
}

function parsedHar(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const [, position] = /at position (\d+)/.exec(String(error)) ?? []
    const place = position === undefined ? '' : ` (at character ${position})`
    throw new CannotRunError(`${file} is not JSON${place}; save the traffic as HAR with content.`)
  }
}

function entriesIn(file: string, har: unknown): readonly unknown[] {
  const log = isObject(har) ? har.log : undefined
  if (isObject(log) && Array.isArray(log.entries)) return log.entries
  throw new CannotRunError(`${file} is no HAR: it has no list log.entries; save the traffic as HAR with content.`)
}

function recorded(file: string, entry: unknown, index: number): Recorded {
  const request = isObject(entry) ? entry.request : undefined
  const [method, url] = [textAt(request, 'method'), textAt(request, 'url')]
  if (!isObject(entry) || !isObject(request) || method === undefined || url === undefined) {
    throw new CannotRunError(`${file} is no HAR: log.entries[${index}] has no request with a method and a url.`)
  }
  const startedAt = textAt(entry, 'startedDateTime')
  return {
    index,
    startedAt: startedAt !== undefined && isMoment(startedAt) ? startedAt : undefined,
    method: method.toUpperCase(),
    url,
    request: { ...requestMessage(request), body: requestBody(request) },
    response: answer(entry.response),
  }
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)?$/.test(text)
}

function requestMessage(request: JsonObject): Omit<RecordedMessage, 'body'> {
  const { headers, cookies } = message(request)
  const mediaType = isObject(request.postData) ? textAt(request.postData, 'mimeType') : undefined
  return { headers: { ...(mediaType && { 'content-type': mediaType }), ...headers }, cookies }
}

/** Browsers write status 0 for what was blocked or broken off, and -1 is usual too. */
function answer(response: unknown): RecordedAnswer | undefined {
  const status = isObject(response) ? Number(response.status) : 0
  if (!isObject(response) || !(status > 0)) return undefined
  const { headers, cookies } = message(response)
  const mediaType = isObject(response.content) ? textAt(response.content, 'mimeType') : undefined
  // Recorders write this type where there was none.
  const known = mediaType === 'x-unknown' ? undefined : mediaType
  return {
    status,
    headers: { ...(known && { 'content-type': known }), ...headers },
    cookies,
    body: responseBody(response),
  }
}

function message(side: JsonObject): Omit<RecordedMessage, 'body'> {
  const pairs = pairsIn(side, 'headers').map(([name, value]) => [name.toLowerCase(), value] as const)
  const byName = Map.groupBy(pairs, ([name]) => name)
  const headers = objectFrom([...byName].map(([name, own]) => [name, own.map(([, value]) => value).join(', ')]))
  return { headers, cookies: pairsIn(side, 'cookies') }
}

function pairsIn(side: JsonObject, key: string): (readonly [string, string])[] {
  return listAt(side, key).flatMap((pair) => {
    const name = textAt(pair, 'name')
    return name === undefined ? [] : [[name, textAt(pair, 'value') ?? ''] as const]
  })
}
