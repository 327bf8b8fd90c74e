import { isObject, type JsonObject, textAt, valueAt } from '../../document/json.ts'
import { headerSaidBy } from '../../document/never-sent.ts'
import { withObjects } from '../../document/shape.ts'

/** The document without the header parameters that are not sent: no caller is asked for them. */
export function withoutIgnoredHeaders(document: JsonObject): JsonObject {
  const isIgnored = (parameter: unknown) => {
    const ref = textAt(parameter, '$ref')
    const target = ref === undefined ? parameter : valueAt(document, ref)
    return isObject(target) && headerSaidBy(target) !== undefined
  }
  return withObjects(document, (object) => {
    const { parameters } = object
    return Array.isArray(parameters) ? { ...object, parameters: parameters.filter((one) => !isIgnored(one)) } : object
  }) as JsonObject
}
