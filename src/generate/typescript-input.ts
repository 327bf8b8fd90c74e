import type { JsonObject } from '../document/json.ts'
import { withoutBooleanSchemas } from './typescript-input/boolean-schemas.ts'
import { withoutDeepReferences } from './typescript-input/deep-references.ts'
import { withoutExtensions } from './typescript-input/extensions.ts'
import { withoutIgnoredHeaders } from './typescript-input/ignored-headers.ts'
import { withNamesInPathsAlone } from './typescript-input/names-in-paths.ts'
import { withPropertiesMarked } from './typescript-input/property-marks.ts'
import { withRecursiveListsMarked } from './typescript-input/recursive-lists.ts'

/** What is done to a document so that openapi-typescript reads it right, in this order. */
const preparations: readonly ((document: JsonObject) => JsonObject)[] = [
  withoutExtensions,
  withoutIgnoredHeaders,
  withNamesInPathsAlone,
  withoutDeepReferences,
  withRecursiveListsMarked,
  withoutBooleanSchemas,
  withPropertiesMarked,
]

/** The document in the form that openapi-typescript reads right. */
export function typescriptInput(document: JsonObject): JsonObject {
  return preparations.reduce((prepared, prepare) => prepare(prepared), document)
}
