import type { Span } from '../Expression.ts'

/** Ends an evaluation from within; what the caller gets is data. */
export class Stop extends Error {
  readonly hint: string | undefined
  readonly span: Span | undefined

  constructor(message: string, hint?: string, span?: Span) {
    super(message)
    this.hint = hint
    this.span = span
  }
}
