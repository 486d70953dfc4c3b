/** One request as it came and how it was answered. */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  /** From the document where the body leaves it out; empty for anything but GraphQL. */
  readonly operationName: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** 0 when the connection was cut. */
  readonly status: number
  /** Of the body before compression. */
  readonly bytes: number
  readonly milliseconds: number
  /** The kinds of the faults that hit it. */
  readonly faults: readonly string[]
}
