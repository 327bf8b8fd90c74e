import { randomInt } from 'node:crypto'
import type { Target } from '../../src/contract/target.ts'
import { CannotRunError } from '../../src/report/cannot-run-error.ts'

/** What the command line says of a run, as text. */
export interface ContractArguments {
  readonly target: string
  readonly 'token-env'?: string
  readonly 'allow-writes': boolean
  readonly wait: string
  readonly timeout: string
  readonly seed?: string
}

export interface ContractOptions {
  readonly target: TargetChoice
  readonly seed: number
  readonly waitMs: number
  readonly timeoutMs: number
}

export type TargetChoice =
  | { readonly kind: 'prism' }
  | { readonly kind: 'sandbox' }
  | ({ readonly kind: 'url'; readonly baseUrl: string } & Pick<Target, 'state' | 'token'>)

/**
 * Reads the options of a run.
 *
 * @throws {CannotRunError} that says what is wrong with one, and what to write instead
 */
export function contractOptions(given: ContractArguments): ContractOptions {
  return {
    target: targetChoice(given),
    seed: seedFrom(given.seed),
    waitMs: seconds('--wait', given.wait),
    timeoutMs: seconds('--timeout', given.timeout),
  }
}

function targetChoice({ target, 'token-env': variable, 'allow-writes': writes }: ContractArguments): TargetChoice {
  if (target === 'prism' || target === 'sandbox') {
    const option = variable === undefined ? (writes ? '--allow-writes' : undefined) : '--token-env'
    if (option) throw new CannotRunError(`${option} is for a URL; ${target} needs none.`)
    return { kind: target }
  }
  if (!URL.canParse(target) || !/^https?:$/.test(new URL(target).protocol)) {
    throw new CannotRunError(`--target ${target} is no target; use prism, sandbox or a URL with http or https.`)
  }
  const { username, search, hash } = new URL(target)
  if (username !== '') throw new CannotRunError('--target must not hold a user; give the token with --token-env NAME.')
  if (search !== '' || hash !== '') throw new CannotRunError('--target is a base URL; it has no query and no fragment.')
  const token = variable === undefined ? undefined : tokenFrom(variable)
  const state = writes ? 'writable' : 'read-only'
  return { kind: 'url', baseUrl: target.replace(/\/+$/, ''), state, ...(token !== undefined && { token }) }
}

/** The value is never shown, also where it cannot be used. */
function tokenFrom(variable: string): string {
  const token = process.env[variable]
  if (token === undefined || token === '')
    throw new CannotRunError(`--token-env ${variable}: there is no such variable, or it is empty.`)
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new CannotRunError(`--token-env ${variable}: its value has characters that no header can carry.`)
  return token
}

function seedFrom(text: string | undefined): number {
  if (text === undefined) return randomInt(1, 2 ** 31)
  if (!/^\d+$/.test(text) || Number(text) >= 2 ** 31)
    throw new CannotRunError(`--seed ${text} is no seed; use a whole number from 0 to 2147483647.`)
  return Number(text)
}

function seconds(option: string, text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value > 0) || value > 86_400)
    throw new CannotRunError(`${option} ${text} is no time; use seconds above 0, at most 86400.`)
  return value * 1000
}
