import type { Check } from './check.ts'
import { allowHeader } from './checks/allow-header.ts'
import { bodyValid } from './checks/body-valid.ts'
import { enumNameKnown } from './checks/enum-name-known.ts'
import { errorDocumented } from './checks/error-documented.ts'
import { headersValid } from './checks/headers-valid.ts'
import { mediaTypeDocumented } from './checks/media-type-documented.ts'
import { statusDocumented } from './checks/status-documented.ts'
import { statusExpected } from './checks/status-expected.ts'

/** All checks. Each judges every response. */
export const checks: readonly Check[] = [
  statusExpected,
  statusDocumented,
  mediaTypeDocumented,
  headersValid,
  bodyValid,
  enumNameKnown,
  errorDocumented,
  allowHeader,
]
