/** Everything about a document that the runtime needs and the operations share. */
export interface ApiDescriptor {
  /** Base URLs; the first is the default. */
  readonly servers: readonly string[]
  readonly securitySchemes: { readonly [name: string]: SecuritySchemeDescriptor }
  /** Names of members that only requests have, at any depth: their values are kept out of data, errors and logs. */
  readonly secrets?: readonly string[]
  readonly operations: { readonly [name: string]: OperationDescriptor }
}

/** How one operation is called. */
export interface OperationDescriptor {
  readonly operationId: string
  readonly method: 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace'
  /** The path template, such as `/gateways/{id}`. */
  readonly path: string
  /** Base URLs of this operation alone; the first goes before those of the document. */
  readonly servers?: readonly string[]
  readonly parameters: readonly ParameterDescriptor[]
  readonly requestBody?: {
    readonly required: boolean
    readonly mediaTypes: readonly string[]
  }
  /**
   * Status (`200`, `4XX`, `default`) to the media types of its body. Of the errors, which are read whatever their media type
   * is, only those with one that no success has.
   */
  readonly responses: { readonly [status: string]: readonly string[] }
  /** Status of a success to the kinds of its JSON body; left out where any kind may come. */
  readonly results?: { readonly [status: string]: readonly JsonKind[] }
  /** Alternatives; each maps the schemes that are needed together to their scopes. */
  readonly security: readonly { readonly [scheme: string]: readonly string[] }[]
}

/** The kinds of JSON value, as the `type` of JSON Schema names them. */
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null'

/** How one parameter is sent (OpenAPI 3.1, Parameter Object). */
export interface ParameterDescriptor {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  /** Default: false. */
  readonly required?: boolean
  /** Default: `simple` in paths and headers, else `form`. */
  readonly style?: 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject'
  /** Default: true for `form`, else false. */
  readonly explode?: boolean
  readonly allowReserved?: boolean
  /** Set when the value is sent as JSON or in another media type. */
  readonly mediaType?: string
  /** Set when only a string can be sent. */
  readonly type?: 'string'
  /** Values that would name another path of the document, such as `mine` beside `/pets/mine`. */
  readonly reserved?: readonly string[]
}

/** How a credential is sent (OpenAPI 3.1, Security Scheme Object). */
export type SecuritySchemeDescriptor =
  | { readonly type: 'http'; readonly scheme: string }
  | { readonly type: 'apiKey'; readonly in: 'query' | 'header' | 'cookie'; readonly name: string }
  | { readonly type: 'oauth2' | 'openIdConnect' | 'mutualTLS' }
