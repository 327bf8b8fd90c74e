import type { JsonObject } from './json.ts'

/** A JSON Schema 2020-12 whose references are keys of `Model.schemas`. */
export type JsonSchema = JsonObject | boolean

/** Our plain view of an OpenAPI document. References are resolved, except those between schemas. */
export interface Model {
  readonly title: string
  readonly version: string
  /** Base URLs, in the document's order, with the default of each server variable filled in. */
  readonly servers: readonly string[]
  /** In the order of their paths, then of their methods. */
  readonly operations: readonly Operation[]
  /**
   * The document's named schemas. Under keys that start with `$`: those that a reference found elsewhere, those that
   * differ in one direction, and those whose name every object inherits.
   */
  readonly schemas: { readonly [name: string]: JsonSchema }
  readonly securitySchemes: { readonly [name: string]: SecurityScheme }
}

export type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace'

/** A method on a path. */
export interface Operation {
  readonly operationId: string
  readonly method: HttpMethod
  /** The path template, such as `/gateways/{id}`. */
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly deprecated: boolean
  readonly tags: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly requestBody: RequestBody | undefined
  readonly responses: readonly Response[]
  /** Base URLs that stand in for the document's; as a rule there are none. */
  readonly servers: readonly string[]
  /** Alternatives; each names the schemes that are needed together. Empty when no security applies. */
  readonly security: readonly SecurityRequirement[]
  /** Pointer of the operation in the bundled document. */
  readonly pointer: string
}

/** Scheme name to the scopes that it needs. */
export type SecurityRequirement = { readonly [scheme: string]: readonly string[] }

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie'

export type ParameterStyle = 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject'

export interface Parameter {
  readonly name: string
  readonly in: ParameterLocation
  readonly required: boolean
  readonly deprecated: boolean
  readonly description: string
  readonly style: ParameterStyle
  readonly explode: boolean
  readonly allowReserved: boolean
  /** Set when the value is sent in a media type instead of a style. */
  readonly mediaType: string | undefined
  readonly schema: JsonSchema
  readonly examples: readonly Example[]
}

export interface RequestBody {
  readonly required: boolean
  readonly description: string
  readonly content: readonly MediaType[]
}

export interface MediaType {
  /** As the document writes it, such as `application/json`. */
  readonly mediaType: string
  /** Whether the body is JSON: by its media type, or by a range that admits JSON and a schema of no binary data. */
  readonly isJson: boolean
  readonly schema: JsonSchema
  readonly examples: readonly Example[]
  /** Pointer of the media type's schema in the bundled document. */
  readonly pointer: string
}

export interface Example {
  readonly name: string
  readonly summary: string
  readonly description: string
  readonly value: unknown
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string
  readonly description: string
  readonly headers: readonly Header[]
  readonly content: readonly MediaType[]
}

export interface Header {
  readonly name: string
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
}

export type SecurityScheme =
  | { readonly type: 'http'; readonly scheme: string }
  | { readonly type: 'apiKey'; readonly in: 'query' | 'header' | 'cookie'; readonly name: string }
  | { readonly type: 'oauth2' | 'openIdConnect' | 'mutualTLS' }

/** Whether a media type carries JSON: `application/json` or a `+json` suffix (RFC 6839), parameters ignored. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^application\/(?:[\w.!#$&^-]+\+)?json$|^text\/json$|\+json$/i.test((mediaType.split(';')[0] ?? '').trim())
}
