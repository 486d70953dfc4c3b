/** A request and its response. */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  /** Taken from the document if the body has none; empty if the request is not GraphQL. */
  readonly operationName: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** 0 if the connection was reset. */
  readonly status: number
  /** The size of the body before compression. */
  readonly bytes: number
  readonly milliseconds: number
  /** The kinds of the faults that hit the request. */
  readonly faults: readonly string[]
}
