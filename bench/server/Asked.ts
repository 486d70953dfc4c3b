/** A request as a client sent it. */
export interface Asked {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** Whether it went to the object store, which is at an address of its own. */
  readonly isStorage: boolean
  readonly range?: string
  readonly body: string
}

/** What the server has seen since it was asked last. */
export interface Seen {
  readonly requests: ReadonlyArray<Asked>
  /** Of the bodies of the answers. */
  readonly bytes: number
  /** Requests whose answers had to be made. */
  readonly misses: number
}
