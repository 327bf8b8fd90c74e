import { createRequire } from 'node:module'
import type { GlobalContext, OpenAPI3, SchemaObject } from 'openapi-typescript'
import type { KeywordTypeSyntaxKind } from 'typescript'
import { isObject, type JsonObject, valueAt } from '../document/json.ts'
import { nothingMark } from './typescript-input/boolean-schemas.ts'
import { anyValueMark } from './typescript-input/property-marks.ts'
import { listInterface, listMark } from './typescript-input/recursive-lists.ts'
import { typescriptInput } from './typescript-input.ts'

// Required, not imported: to import the compiler, the engine first parses all of it to see whether it is a module.
const require = createRequire(import.meta.url)

/**
 * What openapi-typescript makes of a bundled document. The document is checked already, so the transformation is called
 * without its own reading.
 */
export function documentTypes(bundle: JsonObject): string {
  const { astToString, scanDiscriminators, transformSchema }: OpenapiTypescript = require('openapi-typescript')
  const document = typescriptInput(bundle) as unknown as OpenAPI3
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
