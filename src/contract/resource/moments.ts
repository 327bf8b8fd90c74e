import { setTimeout as sleep } from 'node:timers/promises'
import { valueUnder } from '../../document/json.ts'
import { momentIn } from './answers.ts'
import type { Walked } from './walker.ts'

/** Waits until a change cannot fall into the same moment as the last one, as finely as the service shows moments, if it does. */
export async function nextMoment(tokens: readonly string[] | undefined, one: Walked): Promise<void> {
  if (!Number.isNaN(momentIn(one.shown, tokens))) await sleep(2 * unitOf(tokens, one) + 8)
}

/** The unit in which a service shows moments, in milliseconds: a second where there is no fraction. */
export function unitOf(tokens: readonly string[] | undefined, { shown }: Pick<Walked, 'shown'>): number {
  return /\.\d*[1-9]/.test(tokens ? String(valueUnder(shown, tokens)) : '') ? 1 : 1000
}
