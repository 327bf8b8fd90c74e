/** A page that a reader of createGateway opens. */
export interface ReaderPage {
  readonly tool: string
  readonly makes: string
  /** Where it is served from. */
  readonly folder: string
  /** Its place there, with the link to createGateway. */
  readonly path: string
  /** Why there is no such page. */
  readonly missing?: string
}
