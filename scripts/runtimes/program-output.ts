import type { Finished } from '../common/finished.ts'
import type { Check, Tried } from './row.ts'

/** Longer than an engine takes to end, shorter than any time limit of the client, in milliseconds. */
const longestEndMs = 5_000

/** What the program prints is the list of its checks; that it then ends is one more: no timer is left, no connection. */
export function outcomeFrom(version: string, { code, stdout, stderr, silentMs }: Finished): Tried {
  const checks = checksIn(stdout)
  if (checks === undefined) throw new Error(`the program ended with ${code}: ${(stderr || stdout).trim()}`)
  const isEnded = code === 0 && silentMs < longestEndMs
  const detail = `it ended with ${code} after ${Math.round(silentMs)} ms ${stderr}`
  return {
    version: versionIn(version),
    checks: [...checks, { name: 'nothing is left that keeps the process', ok: isEnded, detail }],
  }
}

/** The checks in a program's text; undefined where it is none of its lists. */
export function checksIn(text: string): readonly Check[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.length > 0 && value.every(isCheck) ? value : undefined
  } catch {
    return undefined
  }
}

/** `24.21.0` of `v24.21.0`, `2026-11-17` of `workerd 2026-11-17`. */
export function versionIn(text: string): string {
  return /\d[\d.-]*\d/.exec(text)?.[0] ?? '?'
}

function isCheck(value: unknown): value is Check {
  return typeof value === 'object' && value !== null && 'name' in value && 'ok' in value && 'detail' in value
}
