import { isObject, type JsonObject, objectFrom, textAt, valueAt } from '../../document/json.ts'
import { headerSaidBy } from '../../document/never-sent.ts'

/** The document without the header parameters that are not sent: no caller is asked for them. */
export function withoutIgnoredHeaders(document: JsonObject): JsonObject {
  const isIgnored = (parameter: unknown) => {
    const ref = textAt(parameter, '$ref')
    const target = ref === undefined ? parameter : valueAt(document, ref)
    return isObject(target) && headerSaidBy(target) !== undefined
  }
  const kept = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(kept)
    if (!isObject(value)) return value
    const members = Object.entries(value).map(([key, member]) => {
      if (key !== 'parameters' || !Array.isArray(member)) return [key, kept(member)] as const
      return [key, member.filter((parameter) => !isIgnored(parameter)).map(kept)] as const
    })
    return objectFrom(members)
  }
  return kept(document) as JsonObject
}
