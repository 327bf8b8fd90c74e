import type { Check } from './check.ts'
import { authenticationNotEnforced } from './checks/authentication-not-enforced.ts'
import { changeUnfinished } from './checks/change-unfinished.ts'
import { changedByItself } from './checks/changed-by-itself.ts'
import { deletedStillThere } from './checks/deleted-still-there.ts'
import { duplicateCreateOverwrote } from './checks/duplicate-create-overwrote.ts'
import { filterNotApplied } from './checks/filter-not-applied.ts'
import { invalidBody } from './checks/invalid-body.ts'
import { invalidHeader } from './checks/invalid-header.ts'
import { invalidRequestAccepted } from './checks/invalid-request-accepted.ts'
import { lifecycleBackwards } from './checks/lifecycle-backwards.ts'
import { missingAllowHeader } from './checks/missing-allow-header.ts'
import { readyWithoutUrls } from './checks/ready-without-urls.ts'
import { refusedRequestTookEffect } from './checks/refused-request-took-effect.ts'
import { secretReturned } from './checks/secret-returned.ts'
import { serverError } from './checks/server-error.ts'
import { specificationNotKept } from './checks/specification-not-kept.ts'
import { stackTraceReturned } from './checks/stack-trace-returned.ts'
import { statusNotProvoked } from './checks/status-not-provoked.ts'
import { undocumentedError } from './checks/undocumented-error.ts'
import { undocumentedMediaType } from './checks/undocumented-media-type.ts'
import { undocumentedOperation } from './checks/undocumented-operation.ts'
import { undocumentedStatus } from './checks/undocumented-status.ts'
import { unknownEnumName } from './checks/unknown-enum-name.ts'
import { unknownProperty } from './checks/unknown-property.ts'
import { unsoundJson } from './checks/unsound-json.ts'
import { validRequestRefused } from './checks/valid-request-refused.ts'
import { wrongList } from './checks/wrong-list.ts'
import { wrongResource } from './checks/wrong-resource.ts'
import { wrongTimestamps } from './checks/wrong-timestamps.ts'

/** All checks. Each judges every response; those from `wrongResource` on need a target that keeps state. */
export const checks: readonly Check[] = [
  validRequestRefused,
  invalidRequestAccepted,
  authenticationNotEnforced,
  undocumentedOperation,
  statusNotProvoked,
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
  wrongResource,
  specificationNotKept,
  changedByItself,
  wrongTimestamps,
  lifecycleBackwards,
  readyWithoutUrls,
  changeUnfinished,
  wrongList,
  filterNotApplied,
  duplicateCreateOverwrote,
  deletedStillThere,
  refusedRequestTookEffect,
]
