import { authentication } from './authentication.ts'
import { bodyShape } from './body-shape.ts'
import { errorBodies } from './error-bodies.ts'
import { headers } from './headers.ts'
import { identity } from './identity.ts'
import { lifecycle } from './lifecycle.ts'
import { listing } from './listing.ts'
import type { Mutant, Variant } from './plant.ts'
import { rawJson } from './raw-json.ts'
import { secrets } from './secrets.ts'
import { sideEffects } from './side-effects.ts'
import { status } from './status.ts'
import { update } from './update.ts'
import { validation } from './validation.ts'
import { harmless, tolerable } from './variants.ts'

/** Every planted fault, by its family. */
export const mutants: ReadonlyMap<string, readonly Mutant[]> = new Map([
  ['body-shape', bodyShape],
  ['status', status],
  ['headers', headers],
  ['lifecycle', lifecycle],
  ['listing', listing],
  ['update', update],
  ['identity', identity],
  ['side-effects', sideEffects],
  ['authentication', authentication],
  ['secrets', secrets],
  ['error-bodies', errorBodies],
  ['validation', validation],
  ['raw-json', rawJson],
])

/** Everything that may be, by what it is. */
export const variants: ReadonlyMap<string, readonly Variant[]> = new Map([
  ['harmless', harmless],
  ['tolerable', tolerable],
])
