import { ConfigurationError } from './errors.ts'

/**
 * Refuses what an option was given.
 *
 * @param got what is shown of the value; of a text only that it is one: it may be a secret that is in the wrong place
 * @throws {ConfigurationError} which names the option and what it may be
 */
export function refuseOption(name: string, wanted: string, value: unknown, got: string = typeof value): never {
  throw new ConfigurationError(
    `The option ${name} must be ${wanted}, not ${typeof value === 'number' || value === null ? value : got}`,
  )
}
