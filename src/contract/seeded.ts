import { createHash } from 'node:crypto'

/** What a run makes up, from its seed and what it is for: the same each time, in whatever order it is asked for. */
export interface Seeded {
  readonly seed: number
  /** A random UUID (RFC 9562, version 4). */
  readonly uuid: (purpose: string) => string
  /** A short name that tells whose it is, such as `contract-0000002a-9f86d081`. */
  readonly name: (purpose: string) => string
  /** What all names of the run begin with. */
  readonly prefix: string
}

/** A run that is spread over machines has parts, so that none takes what another has made for its own. */
export function seeded({ seed, part }: { readonly seed: number; readonly part: string }): Seeded {
  const digest = (purpose: string) => createHash('sha256').update(`${seed} ${part} ${purpose}`).digest('hex')
  const prefix = `contract-${(seed >>> 0).toString(16).padStart(8, '0')}-${part}`
  return {
    seed,
    prefix,
    name: (purpose) => prefix + digest(purpose).slice(0, 8),
    uuid: (purpose) =>
      digest(purpose).replace(
        /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
        (_, a, b, c, d, e) => `${a}-${b}-4${c}-a${d}-${e}`,
      ),
  }
}
