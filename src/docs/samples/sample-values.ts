import { sample } from 'openapi-sampler'
import { flatSchema, propertyNames, requiredNames } from '../../document/flat-schema.ts'
import { isObject, objectFrom } from '../../document/json.ts'
import type { Example, JsonSchema, MediaType, Parameter } from '../../document/model.ts'
import type { Reference } from '../../document/reference.ts'
import { propertiesOf } from '../schema/schema-parts.ts'

/** Values that samples send: those that the document names, else made from its schemas. */
export interface SampleValues {
  readonly ofParameter: (parameter: Parameter) => unknown
  readonly ofBody: (media: MediaType) => unknown
}

export function sampleValues({ schemas }: Pick<Reference, 'schemas'>): SampleValues {
  const spec = { schemas: objectFrom(Object.entries(schemas).map(([name, schema]) => [name, withPointers(schema)])) }

  /** With what is required; with everything where nothing is. */
  function made(schema: JsonSchema): unknown {
    const whole = withPointers(merged(schema))
    if (!isObject(whole)) return {}
    const sampled = (skipNonRequired: boolean) =>
      sample(whole, { skipReadOnly: true, quiet: true, skipNonRequired }, spec)
    const least = sampled(true)
    return isObject(least) && Object.keys(least).length === 0 ? sampled(false) : least
  }

  /** The sampler leaves out what one part of a schema requires and another describes: an object is given to it in one part. */
  function merged(schema: JsonSchema): JsonSchema {
    const flat = flatSchema({ schemas }, [schema])
    const chosen = flat.choices.flatMap(({ branches }) => branches.slice(0, 1))
    const all = chosen.length === 0 ? flat : flatSchema({ schemas }, [...flat.parts, ...chosen])
    const described = new Set(propertyNames(all))
    const properties = [...propertiesOf(all)].map(([name, schemas]) => {
      const [own] = schemas.filter((one) => one !== true)
      return [name, own ?? (described.has(name) ? true : { type: 'string' })] as const
    })
    if (properties.length === 0) return schema
    return { type: 'object', properties: objectFrom(properties), required: requiredNames(all) }
  }

  const first = (examples: readonly Example[], schema: JsonSchema) => {
    const [example] = examples
    if (example) return example.value
    const [own] = isObject(schema) && Array.isArray(schema.examples) ? schema.examples : []
    return own === undefined ? made(schema) : own
  }

  return {
    // A name says more than the word string.
    ofParameter: ({ name, examples, schema }) => {
      const value = first(examples, schema)
      return value === anyText ? name : value
    },
    ofBody: ({ examples, schema }) => first(examples, schema),
  }
}

/** What the sampler writes where any text will do. */
const anyText = 'string'

/** References as JSON pointers, which is how the sampler follows them. */
function withPointers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPointers)
  if (!isObject(value)) return value
  return objectFrom(
    Object.entries(value).map(([key, member]) => [
      key,
      key === '$ref' && typeof member === 'string'
        ? `#/schemas/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`
        : withPointers(member),
    ]),
  )
}
