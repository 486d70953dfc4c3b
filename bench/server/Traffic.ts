/** A request as a client sent it. */
export interface RecordedRequest {
  readonly method: string
  /** Includes the query string. */
  readonly path: string
  /** Whether it went to the object store, which has its own address. */
  readonly isStorage: boolean
  readonly range?: string
  readonly body: string
}

/** The requests since the last report. */
export interface Traffic {
  readonly requests: ReadonlyArray<RecordedRequest>
  /** The total size of the response bodies. */
  readonly bytes: number
  /** The requests that had no recorded response, which had to be produced while the client waited. */
  readonly unrecorded: ReadonlyArray<RecordedRequest>
}
