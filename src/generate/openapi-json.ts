import type { JsonObject } from '../document/json.ts'

/** `openapi.json`: the bundled document. */
export function openapiJsonFile(bundle: JsonObject): string {
  return `${JSON.stringify(bundle, null, 2)}\n`
}
