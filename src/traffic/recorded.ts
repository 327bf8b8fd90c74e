/** A request and its answer, as a recorder wrote them down. */
export interface Recorded {
  /** Its place in `log.entries`, from 0. */
  readonly index: number
  /** As the recorder writes it; undefined when it is no moment. */
  readonly startedAt: string | undefined
  /** Upper case. */
  readonly method: string
  readonly url: string
  readonly request: RecordedMessage
  /** Undefined when none came. */
  readonly response: RecordedAnswer | undefined
}

export interface RecordedMessage {
  /** Names in lower case; several of one name are joined. */
  readonly headers: { readonly [name: string]: string }
  readonly cookies: readonly (readonly [name: string, value: string])[]
  readonly body: RecordedBody
}

export interface RecordedAnswer extends RecordedMessage {
  readonly status: number
}

/** A body after all encodings; recorders leave out many. */
export type RecordedBody =
  | { readonly kind: 'text'; readonly text: string; readonly isUtf8: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-recorded' }

/** The text of a body; empty where there is none. */
export function textOf(body: RecordedBody): string {
  return body.kind === 'text' ? body.text : ''
}
