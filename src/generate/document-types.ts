import { createRequire } from 'node:module'
import type { GlobalContext, OpenAPI3, SchemaObject } from 'openapi-typescript'
import type { KeywordTypeSyntaxKind } from 'typescript'
import { isObject, type JsonObject, objectFrom, valueAt } from '../document/json.ts'
import { nothingMark, withoutBooleanSchemas } from './boolean-schemas.ts'
import { withoutDeepReferences } from './deep-references.ts'
import { withoutIgnoredHeaders } from './ignored-headers.ts'
import { anyValueMark, withPropertiesMarked } from './property-marks.ts'
import { listInterface, listMark, withRecursiveListsMarked } from './recursive-lists.ts'

// Required, not imported: to import the compiler, the engine first parses all of it to see whether it is a module.
const require = createRequire(import.meta.url)

/**
 * What openapi-typescript makes of a bundled document. The document is checked already, so the transformation is called
 * without its own reading.
 */
export function documentTypes(bundle: JsonObject): string {
  const { astToString, scanDiscriminators, transformSchema }: OpenapiTypescript = require('openapi-typescript')
  const document = structuredClone(prepared(bundle)) as OpenAPI3
  const context = {
    ...defaults,
    discriminators: scanDiscriminators(document, defaults),
    injectFooter: [],
    transform: specialTypes(),
    resolve: (ref: string) => valueAt(document, ref),
  } as unknown as GlobalContext
  const types = withTextKept(astToString(transformSchema(document, context)))
  return types.includes('$ListOf<') ? `${types}${listInterface}` : types
}

/** The package exports it and leaves it out of its declarations. */
type OpenapiTypescript = typeof import('openapi-typescript') & {
  scanDiscriminators: (schema: OpenAPI3, options: object) => GlobalContext['discriminators']
}

/** The document in the form that openapi-typescript reads right. */
function prepared(bundle: JsonObject): unknown {
  const named = withRecursiveListsMarked(withoutDeepReferences(withNamesInPathsAlone(withoutIgnoredHeaders(bundle))))
  return withPropertiesMarked(withoutBooleanSchemas(named) as JsonObject)
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
function specialTypes() {
  const ts: typeof import('typescript') = require('typescript')
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
    const listOf = schema[listMark]
    if (typeof listOf === 'string') {
      const name = factory.createLiteralTypeNode(factory.createStringLiteral(listOf))
      const list = factory.createTypeReferenceNode('$ListOf', [name])
      return schema.nullable === true || [schema.type].flat().some((type) => type === 'null')
        ? factory.createUnionTypeNode([list, nothing])
        : list
    }
    if (schema[nothingMark] === true) return keyword(ts.SyntaxKind.NeverKeyword)
    if (schema[anyValueMark] === true) return factory.createUnionTypeNode([factory.createTypeLiteralNode([]), nothing])
    const names = schema['x-extensible-enum']
    if (!Array.isArray(names)) return undefined
    return extensibleEnum(names, [schema.type, schema.nullable === true ? 'null' : undefined].flat())
  }
}
