import type { JsonSchema, Operation, SecurityScheme } from './model.ts'

/** A document as it is told to people: the operations and schemas with every text that explains them. */
export interface Reference {
  readonly title: string
  readonly version: string
  readonly summary: string
  readonly description: string
  readonly license: { readonly name: string; readonly url: string | undefined } | undefined
  readonly contact: { readonly name: string; readonly url: string | undefined } | undefined
  readonly servers: readonly DescribedServer[]
  /** The document's tags, then those that only operations name. */
  readonly tags: readonly Tag[]
  readonly operations: readonly Operation[]
  /** As in the model, undirected: what is read or written only says so itself. */
  readonly schemas: { readonly [name: string]: JsonSchema }
  readonly securitySchemes: readonly DescribedScheme[]
  /** The published client, from `info.x-client`. */
  readonly client: PublishedClient | undefined
}

export interface DescribedServer {
  readonly url: string
  readonly description: string
}

/** A group of operations. */
export interface Tag {
  readonly name: string
  /** What people read: `x-displayName`, else the name. */
  readonly title: string
  readonly description: string
}

export interface DescribedScheme {
  readonly name: string
  readonly scheme: SecurityScheme
  readonly description: string
}

/** A package that calls the API. */
export interface PublishedClient {
  readonly package: string
  /** The function that it exports to make a client. */
  readonly factory: string
  /** The environment variable that samples read the token from. */
  readonly tokenVariable: string | undefined
}
