import type { Target } from './target.ts'

/** A service behind a URL as a target; it is not ours to stop. */
export function urlTarget({ baseUrl, state, token }: Pick<Target, 'baseUrl' | 'state' | 'token'>): Target {
  return {
    name: new URL(baseUrl).host,
    baseUrl,
    state,
    ...(token !== undefined && { token }),
    deviations: [],
    meaning: `What was found is true of ${baseUrl} at the time of the run.`,
    stop: async () => {},
  }
}
