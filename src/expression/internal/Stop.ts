import type { Span } from '../Expression.ts'

/** Stops an evaluation; the caller receives a failure as data. */
export class Stop extends Error {
  readonly hint: string | undefined
  readonly span: Span | undefined

  constructor(message: string, hint?: string, span?: Span) {
    super(message)
    this.hint = hint
    this.span = span
  }
}
