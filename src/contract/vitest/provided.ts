import type { JsonObject } from '../../document/json.ts'
import type { Target } from '../target.ts'

/** What the tests are given: the document, and where to send. Data only, as it crosses processes. */
export interface ProvidedContract extends Pick<Target, 'name' | 'baseUrl' | 'state' | 'token' | 'meaning'> {
  readonly bundle: JsonObject
  readonly curlBaseUrl: string
  readonly seed: number
  readonly waitMs: number
}

declare module 'vitest' {
  interface ProvidedContext {
    contract: ProvidedContract
    slice: { readonly index: number; readonly count: number }
  }
}
