/** A piece of a run that depends on no other piece. */
export interface Task {
  /** The id of its case, or what the ids of its cases begin with. */
  readonly id: string
  readonly run: () => Promise<void>
}
