import type { Check } from '../check.ts'
import { listFaults } from './wrong-list.ts'

/** A list of what was updated after a moment holds what was, and nothing else. */
export const filterNotApplied: Check = {
  id: 'filter-not-applied',
  judge: (exchange) => (exchange.known?.step === 'filter' ? listFaults(exchange, exchange.known) : []),
}
