import { mutants, variants } from '../../test/contract/mutants/families.ts'
import type { Plant } from '../../test/contract/mutants/plant.ts'

/** One service to run the suite against, and what the run must find. */
export interface Subject {
  /** Family and id, such as `lifecycle/never-ready`. */
  readonly id: string
  readonly plant: Plant
  /** The check that has to catch it; undefined where nothing may be found. */
  readonly caughtBy?: string
  /** The one warning that it may raise. */
  readonly warning?: string
}

/** The service as it is, every planted fault and every harmless variant. */
export const subjects: readonly Subject[] = [
  { id: 'harmless/as-it-is', plant: (handler) => handler },
  ...[...variants].flatMap(([family, own]) => own.map((one) => ({ ...one, id: `${family}/${one.id}` }))),
  ...[...mutants].flatMap(([family, own]) => own.map((one) => ({ ...one, id: `${family}/${one.id}` }))),
]
