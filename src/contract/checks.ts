import type { Check } from './check.ts'
import { allowHeader } from './checks/allow-header.ts'
import { authenticationEnforced } from './checks/authentication-enforced.ts'
import { bodyValid } from './checks/body-valid.ts'
import { changeFinishes } from './checks/change-finishes.ts'
import { deletedGone } from './checks/deleted-gone.ts'
import { duplicateHarmless } from './checks/duplicate-harmless.ts'
import { enumNameKnown } from './checks/enum-name-known.ts'
import { errorDocumented } from './checks/error-documented.ts'
import { filterApplied } from './checks/filter-applied.ts'
import { headersValid } from './checks/headers-valid.ts'
import { invalidRequestRefused } from './checks/invalid-request-refused.ts'
import { jsonSound } from './checks/json-sound.ts'
import { lifecycleForward } from './checks/lifecycle-forward.ts'
import { listComplete } from './checks/list-complete.ts'
import { mediaTypeDocumented } from './checks/media-type-documented.ts'
import { noSecret } from './checks/no-secret.ts'
import { noServerError } from './checks/no-server-error.ts'
import { noStackTrace } from './checks/no-stack-trace.ts'
import { propertyKnown } from './checks/property-known.ts'
import { readyHasUrls } from './checks/ready-has-urls.ts'
import { refusedWithoutEffect } from './checks/refused-without-effect.ts'
import { resourceIdentified } from './checks/resource-identified.ts'
import { specificationKept } from './checks/specification-kept.ts'
import { statusDocumented } from './checks/status-documented.ts'
import { statusProvoked } from './checks/status-provoked.ts'
import { timestampsAdvance } from './checks/timestamps-advance.ts'
import { undocumentedRefused } from './checks/undocumented-refused.ts'
import { validRequestAccepted } from './checks/valid-request-accepted.ts'

/** All checks. Each judges every response; those from `resourceIdentified` on need a target that keeps state. */
export const checks: readonly Check[] = [
  validRequestAccepted,
  invalidRequestRefused,
  authenticationEnforced,
  undocumentedRefused,
  statusProvoked,
  noServerError,
  statusDocumented,
  mediaTypeDocumented,
  headersValid,
  allowHeader,
  jsonSound,
  bodyValid,
  errorDocumented,
  propertyKnown,
  enumNameKnown,
  noStackTrace,
  noSecret,
  resourceIdentified,
  specificationKept,
  timestampsAdvance,
  lifecycleForward,
  readyHasUrls,
  changeFinishes,
  listComplete,
  filterApplied,
  duplicateHarmless,
  deletedGone,
  refusedWithoutEffect,
]
