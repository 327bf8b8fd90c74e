import type { Mutant } from './mutant.ts'
import { documentWide } from './mutants/document.ts'
import { operations } from './mutants/operations.ts'
import { requestBodies } from './mutants/request-bodies.ts'
import { responseBodies } from './mutants/response-bodies.ts'
import { rewrites } from './mutants/rewrites.ts'

/** Every single edit of our document whose verdict is known. */
export const mutants: readonly Mutant[] = [
  ...requestBodies,
  ...responseBodies,
  ...operations,
  ...documentWide,
  ...rewrites,
]
