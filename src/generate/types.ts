import type { GlobalContext, OpenAPI3, SchemaObject } from 'openapi-typescript'
import type { KeywordTypeSyntaxKind } from 'typescript'
import { isObject, type JsonObject, objectFrom, valueAt } from '../document/json.ts'
import type { MediaType, Model, Operation } from '../document/model.ts'
import { requestSchemas } from '../document/reached-schemas.ts'
import { schemaName } from '../document/read-model.ts'
import { nothingMark, withoutBooleanSchemas } from './boolean-schemas.ts'
import { withoutDeepReferences } from './deep-references.ts'
import { capitalised, type Names, responseName } from './names.ts'
import { anyValueMark, withPropertiesMarked } from './property-marks.ts'
import { banner } from './source-text.ts'

/** `types.ts`: what openapi-typescript makes of the document, then the bodies of each operation and the schemas by name. */
export async function typesFile(bundle: JsonObject, model: Model, names: Names): Promise<string> {
  const aliases = [...operationTypes(model, names), ...schemaTypes(model, names)]
  return `${banner}\n${await documentTypes(bundle)}\n${aliases.join('\n')}\n`
}

/** The raw types. The document is already checked and bundled, so the transformation is called without its own reading. */
async function documentTypes(bundle: JsonObject): Promise<string> {
  const openapiTypescript = await import('openapi-typescript')
  const { astToString, scanDiscriminators, transformSchema } = openapiTypescript as typeof openapiTypescript & {
    scanDiscriminators: (schema: OpenAPI3, options: object) => GlobalContext['discriminators']
  }
  const document = structuredClone(prepared(bundle)) as OpenAPI3
  const context = {
    ...defaults,
    discriminators: scanDiscriminators(document, defaults),
    injectFooter: [],
    transform: await specialTypes(),
    resolve: (ref: string) => valueAt(document, ref),
  } as unknown as GlobalContext
  return withTextKept(astToString(transformSchema(document, context)))
}

/** The document in the form that openapi-typescript reads right. */
function prepared(bundle: JsonObject): unknown {
  return withPropertiesMarked(withoutBooleanSchemas(withoutDeepReferences(withNamesInPathsAlone(bundle))) as JsonObject)
}

/** Path items stand in their paths too; there their operations have their names, and nowhere a second time. */
function withNamesInPathsAlone(bundle: JsonObject): JsonObject {
  const { components } = bundle
  if (!isObject(components) || !isObject(components.pathItems)) return bundle
  const unnamed = Object.entries(components.pathItems).map(([name, item]) => {
    const members = Object.entries(isObject(item) ? item : {}).map(([key, member]) => {
      if (!isObject(member)) return [key, member] as const
      const { operationId: _, ...operation } = member
      return [key, operation] as const
    })
    return [name, objectFrom(members)] as const
  })
  return { ...bundle, components: { ...components, pathItems: objectFrom(unnamed) } }
}

/**
 * `Readable` and `Writable` of openapi-typescript map over every object type, and `string & {}` counts as one: an
 * unknown name of an open enum would read as an object with the methods of a string.
 */
function withTextKept(types: string): string {
  return types.replaceAll(': T extends (infer E)[] ?', ': T extends string ? T : T extends (infer E)[] ?')
}

const defaults = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: true,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
}

/** The types that openapi-typescript does not make by itself. */
async function specialTypes() {
  const { default: ts } = await import('typescript')
  const { factory } = ts
  const keyword = (kind: KeywordTypeSyntaxKind) => factory.createKeywordTypeNode(kind)
  const nothing = factory.createLiteralTypeNode(factory.createNull())
  const anyOtherString = factory.createIntersectionTypeNode([
    keyword(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ])
  /** `x-extensible-enum` becomes its names, any other string, and a number where the schema allows one. */
  const extensibleEnum = (names: readonly unknown[], types: readonly unknown[]) =>
    factory.createUnionTypeNode([
      ...names.map((name) => factory.createLiteralTypeNode(factory.createStringLiteral(String(name)))),
      anyOtherString,
      ...(types.includes('integer') || types.includes('number') ? [keyword(ts.SyntaxKind.NumberKeyword)] : []),
      ...(types.includes('null') ? [nothing] : []),
    ])
  return (schema: SchemaObject) => {
    if (!isObject(schema)) return undefined
    if (schema[nothingMark] === true) return keyword(ts.SyntaxKind.NeverKeyword)
    if (schema[anyValueMark] === true) return factory.createUnionTypeNode([factory.createTypeLiteralNode([]), nothing])
    const names = schema['x-extensible-enum']
    if (!Array.isArray(names)) return undefined
    return extensibleEnum(names, [schema.type, schema.nullable === true ? 'null' : undefined].flat())
  }
}

function operationTypes(model: Model, names: Names): string[] {
  return model.operations.flatMap((operation) => {
    const method = names.methods.get(operation.operationId) ?? ''
    const own = `operations[${JSON.stringify(operation.operationId)}]`
    const body = `NonNullable<${own}["requestBody"]>["content"]`
    return [
      ...(operation.parameters.length > 0 ? [alias(`${method}Parameters`, `${own}["parameters"]`)] : []),
      ...jsonAlias(`${method}RequestBody`, operation.requestBody?.content, (media) => `Writable<${body}[${media}]>`),
      ...responseTypes(operation, method, own),
    ]
  })
}

function responseTypes({ responses }: Operation, method: string, own: string): string[] {
  return responses.flatMap(({ status, content }) => {
    const key = /^\d+$/.test(status) ? status : JSON.stringify(status)
    const type = (media: string) => `Readable<${own}["responses"][${key}]["content"][${media}]>`
    return jsonAlias(responseName(method, status), content, type)
  })
}

/** One type for all JSON media types of a body; none when it has no JSON. */
function jsonAlias(name: string, content: readonly MediaType[] | undefined, type: (media: string) => string): string[] {
  const json = (content ?? []).filter(({ isJson }) => isJson)
  if (json.length === 0) return []
  return [alias(name, json.map(({ mediaType }) => type(JSON.stringify(mediaType))).join(' | '))]
}

function schemaTypes(model: Model, names: Names): string[] {
  const written = requestSchemas(model)
  return [...names.schemas].map(([schema, name]) => {
    const direction = written.has(schema) ? 'Writable' : 'Readable'
    return `export type ${name} = ${direction}<components["schemas"][${JSON.stringify(schemaName(schema))}]>;`
  })
}

function alias(name: string, type: string): string {
  return `export type ${capitalised(name)} = ${type};`
}
