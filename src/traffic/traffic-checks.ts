import type { Check } from '../contract/check.ts'
import { authenticationNotEnforced } from '../contract/checks/authentication-not-enforced.ts'
import { invalidBody } from '../contract/checks/invalid-body.ts'
import { invalidHeader } from '../contract/checks/invalid-header.ts'
import { invalidRequestAccepted } from '../contract/checks/invalid-request-accepted.ts'
import { missingAllowHeader } from '../contract/checks/missing-allow-header.ts'
import { secretReturned } from '../contract/checks/secret-returned.ts'
import { serverError } from '../contract/checks/server-error.ts'
import { stackTraceReturned } from '../contract/checks/stack-trace-returned.ts'
import { undocumentedError } from '../contract/checks/undocumented-error.ts'
import { undocumentedMediaType } from '../contract/checks/undocumented-media-type.ts'
import { undocumentedOperation } from '../contract/checks/undocumented-operation.ts'
import { undocumentedStatus } from '../contract/checks/undocumented-status.ts'
import { unknownEnumName } from '../contract/checks/unknown-enum-name.ts'
import { unknownProperty } from '../contract/checks/unknown-property.ts'
import { unsoundJson } from '../contract/checks/unsound-json.ts'
import { validRequestRefused } from '../contract/checks/valid-request-refused.ts'

/** The checks of the contract suite that can judge an exchange that no case has made. */
export const trafficChecks: readonly Check[] = [
  validRequestRefused,
  invalidRequestAccepted,
  authenticationNotEnforced,
  undocumentedOperation,
  serverError,
  undocumentedStatus,
  undocumentedMediaType,
  invalidHeader,
  missingAllowHeader,
  unsoundJson,
  invalidBody,
  undocumentedError,
  unknownProperty,
  unknownEnumName,
  stackTraceReturned,
  secretReturned,
]

/** Those that read the body; of one that was not recorded they can say nothing. */
export const bodyChecks: ReadonlySet<Check> = new Set([unsoundJson])
