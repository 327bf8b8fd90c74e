import { CannotRunError } from '../../src/report/cannot-run-error.ts'
import { lockedPackages } from '../common/locked-packages.ts'

/** The peers that only the bench needs. */
export const peerNames = ['ky', 'axios'] as const

/** What a row says where they are missing. */
export const withoutPeers = `${peerNames.join(', ')}: skipped, they could not be fetched from the registry`

/** Where the peers are, installed on first use; undefined where the registry is out of reach. */
export async function peerModules(): Promise<string | undefined> {
  const { modules, install } = lockedPackages('bench')
  try {
    await install(peerNames.join(' and '), ['--ignore-scripts', '--fetch-retries=0'])
    return modules
  } catch (error) {
    if (error instanceof CannotRunError) return undefined
    throw error
  }
}
