import type { Deviation } from './deviations.ts'

/** Where cases are sent. */
export interface Target {
  /** For people, such as `Prism`. */
  readonly name: string
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Where curl lines send to, when the target will be gone by then; default: `baseUrl`. */
  readonly curlBaseUrl?: string
  /**
   * `mock`: keeps nothing and answers as `Prefer` asks. `read-only`: keeps state that must not change. `writable`: keeps
   * state that the run may change, as long as it clears up. `disposable`: keeps state until it is stopped, and no longer.
   */
  readonly state: 'mock' | 'read-only' | 'writable' | 'disposable'
  /** The token that it accepts; without one any will do, so that none can be wrong. */
  readonly token?: string
  /** What this target is known to do outside any document. */
  readonly deviations: readonly Deviation[]
  /** Said with every result: what a clean run against this target proves. */
  readonly meaning: string
  /** Said when something was found: how to repeat a request. */
  readonly repeating?: string
  readonly stop: () => Promise<void>
}
