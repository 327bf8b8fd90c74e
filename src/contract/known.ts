import type { JsonObject } from '../document/json.ts'
import type { Resource } from './resource/resource.ts'

/** What a request to a resource was for. */
export type Step =
  /** It was created, and has to hold what was sent. */
  | 'create'
  /** It exists, and has to hold what was last sent. */
  | 'read'
  /** It was given other contents. */
  | 'update'
  | 'delete'
  /** Whatever was done to it, it has to be the one. */
  | 'touch'
  /** It was created again under the same identifier, with other contents. */
  | 'duplicate'
  /** It was deleted and has answered that it is gone. */
  | 'gone'
  | 'list'
  /** A list of what was updated after a moment. */
  | 'filter'
  /** A look at what requests that were refused may have left behind. */
  | 'aftermath'

/** What was known of a resource when a request was sent. */
export interface Known {
  readonly resource: Resource
  readonly step: Step
  /** The identifier that an answer has to carry; undefined while only the service can know it. */
  readonly id?: string
  /** The members that it was last given. */
  readonly sent?: JsonObject
  /** The members that it was given before, where the last ones stand for the whole. */
  readonly replaced?: JsonObject
  /** The resource as an earlier answer showed it. */
  readonly before?: unknown
  /** The states that were seen in it, oldest first. */
  readonly states?: readonly SeenState[]
  /** Set when waiting came to its end without this. */
  readonly awaited?: 'ready' | 'gone'
  /** Identifiers that a list has to hold, once each. */
  readonly listed?: readonly string[]
  /** What each of them was last given, by its identifier. */
  readonly contents?: ReadonlyMap<string, JsonObject>
  /** How each of them was last shown by itself, by its identifier. */
  readonly shown?: ReadonlyMap<string, unknown>
  /** The states that were seen in each of them, oldest first, by its identifier. */
  readonly seen?: ReadonlyMap<string, readonly SeenState[]>
  /** Identifiers that a list must not hold. */
  readonly unlisted?: readonly string[]
  /** The cases whose refused creates may have left something behind, by its identifier and by its name. */
  readonly refused?: ReadonlyMap<string, string>
  /** The case whose refused delete may have removed it all the same. */
  readonly sparedBy?: string
}

export interface SeenState {
  readonly state: string | number | undefined
  /** The change that was accepted before it was seen; `earlier` when another one has followed. */
  readonly since: 'create' | 'update' | 'delete' | 'earlier'
}
