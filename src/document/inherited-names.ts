import { isObject, objectsIn } from './json.ts'
import type { Model } from './model.ts'

/**
 * Names that every object inherits, such as `constructor`: a lookup finds them whether or not anybody put them there.
 * `__proto__` is not among them; it is no name that a lookup could be taught.
 */
export const inheritedNames: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== '__proto__'),
)

/** Whether a schema of the document describes a property of such a name. */
export function describesInheritedNames({ schemas, operations }: Model): boolean {
  for (const value of objectsIn([schemas, operations])) {
    const named = [...(isObject(value.properties) ? Object.keys(value.properties) : []), ...[value.required].flat()]
    if (named.some((name) => inheritedNames.has(String(name)))) return true
  }
  return operations.some(({ parameters }) => parameters.some(({ name }) => inheritedNames.has(name)))
}
