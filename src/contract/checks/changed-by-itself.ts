import { isObject, type JsonObject, pointerOf } from '../../document/json.ts'
import { type Check, shortened } from '../check.ts'
import { openProperties, openSchema } from '../open-schema.ts'
import { jsonBody } from '../request.ts'
import { resourceAnswer, specificationIn } from '../resource/answers.ts'

/**
 * What a service adds to a specification, such as whose it is, stays as it is while nobody changes anything. Only where the
 * specification is kept apart from what the service reports of itself, which may change at any time.
 */
export const changedByItself: Check = {
  id: 'changed-by-itself',
  judge: (exchange, { model }) => {
    const { known, shown } = resourceAnswer(exchange, 'read') ?? {}
    if (!known || known.resource.specification.length === 0) return []
    const { resource, before } = known
    const sendable = openProperties(openSchema(model, [jsonBody(resource.create)?.schema ?? true]))
    const was = membersOf(specificationIn(resource, before))
    const is = membersOf(specificationIn(resource, shown))
    return Object.keys(was)
      .filter((name) => !sendable.has(name) && isOther(was[name], is[name]))
      .map((name) => ({
        message: 'The answer shows another value than before, and nobody changed it',
        pointer: pointerOf([...resource.inAnswer, ...resource.specification, name]),
        expected: shortened(JSON.stringify(was[name])),
        got: shortened(JSON.stringify(is[name])),
      }))
  },
}

function membersOf(specification: unknown): JsonObject {
  return isObject(specification) ? specification : {}
}

/** A name and its number are one value, and an empty value may be left out. */
function isOther(was: unknown, is: unknown): boolean {
  return typeof was === typeof is && !isObject(was) && !Array.isArray(was) && was !== is
}
