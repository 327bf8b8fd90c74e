import { admittedKinds } from '../document/json-kinds.ts'
import { isJsonMediaType, type Model, type Parameter, type SecurityScheme } from '../document/model.ts'
import { successes } from './successes.ts'

/** What of the runtime only some documents need, by the name under which it is exported. */
const abilities = {
  media: ({ operations }) =>
    operations.some((operation) => {
      const sent = operation.requestBody?.content ?? []
      const content = [...sent, ...successes(operation).flatMap((response) => response.content)]
      return content.some(({ mediaType }) => !isJsonMediaType(mediaType))
    }),
  schemes: ({ securitySchemes }) => Object.values(securitySchemes).some((scheme) => !isBearer(scheme)),
  styles: (model) => model.operations.some(({ parameters }) => parameters.some((one) => !isPlain(model, one))),
} as const satisfies Record<string, (model: Model) => boolean>

/** The abilities that a document's client brings with it, sorted. */
export function abilitiesFor(model: Model): string[] {
  return Object.entries(abilities).flatMap(([name, isNeeded]) => (isNeeded(model) ? [name] : []))
}

function isBearer(scheme: SecurityScheme): boolean {
  return scheme.type === 'http' ? scheme.scheme === 'bearer' : scheme.type !== 'apiKey'
}

/** Whether a parameter is text in the style that its place has by default. */
function isPlain({ schemas }: Model, { in: place, style, allowReserved, mediaType, schema }: Parameter): boolean {
  if (allowReserved || mediaType !== undefined || place === 'cookie') return false
  const kinds = admittedKinds(schemas, schema) ?? ['object']
  const isText = kinds.every((kind) => kind !== 'array' && kind !== 'object' && kind !== 'null')
  return isText && style === (place === 'query' ? 'form' : 'simple')
}
