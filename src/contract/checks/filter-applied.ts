import type { Check } from '../check.ts'
import { listFaults } from './list-complete.ts'

/** A list of what was updated after a moment holds what was, and nothing else. */
export const filterApplied: Check = {
  id: 'filter-not-applied',
  judge: (exchange) => (exchange.known?.step === 'filter' ? listFaults(exchange, exchange.known) : []),
}
