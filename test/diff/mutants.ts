import { isObject, type JsonObject, pointerTokens, replaced, valueUnder } from '../../src/document/json.ts'
import type { Edit, Mutant } from './mutants/mutant.ts'
import { names } from './mutants/names.ts'
import { operations } from './mutants/operations.ts'
import { otherRewrites } from './mutants/other-rewrites.ts'
import { parameters } from './mutants/parameters.ts'
import { requestBodies } from './mutants/request-bodies.ts'
import { requestRewrites } from './mutants/request-rewrites.ts'
import { responseBodies } from './mutants/response-bodies.ts'
import { securityAndServers } from './mutants/security-and-servers.ts'

export type { Mutant } from './mutants/mutant.ts'

/** Documents with one edit each, and what a comparison has to say of them. */
export const mutants: readonly Mutant[] = [
  ...requestBodies,
  ...responseBodies,
  ...parameters,
  ...operations,
  ...securityAndServers,
  ...names,
  ...requestRewrites,
  ...otherRewrites,
]

/** The document as it is before the mutant's edit. */
export function prepared(document: JsonObject, { base }: Mutant): JsonObject {
  return base === undefined ? document : edited(document, base)
}

/** The document with the mutant's edit. */
export function mutated(document: JsonObject, mutant: Mutant): JsonObject {
  return edited(prepared(document, mutant), mutant)
}

function edited(document: JsonObject, { at, to }: Edit): JsonObject {
  const tokens = pointerTokens(at)
  const result = replaced(document, tokens, to(valueUnder(document, tokens)))
  if (!isObject(result)) throw new Error(`${at}: nothing is left of the document`)
  return result
}
