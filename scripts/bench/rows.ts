import { bundle } from './call/bundle.ts'
import { call } from './call/call.ts'
import { commands } from './commands.ts'
import { contract } from './contract/contract.ts'
import { diff } from './diff/diff.ts'
import { docs } from './docs/docs.ts'
import { growth } from './growth.ts'
import { mock } from './mock/mock.ts'
import { github, regenerate } from './regenerate/regenerate.ts'
import type { Row } from './row.ts'
import { validate } from './validate/validate.ts'

/** All rows, in the order in which they are printed. */
export const rows: readonly Row[] = [
  ...[regenerate, github, validate, call, bundle],
  ...[contract, mock, docs, diff, growth, commands],
]
