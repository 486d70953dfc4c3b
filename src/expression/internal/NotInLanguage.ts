import type { Span } from '../Expression.ts'

/** Stops the parser; the caller receives a failure as data. */
export class NotInLanguage extends Error {
  readonly span: Span
  readonly hint: string | undefined

  constructor(span: Span, message: string, hint?: string) {
    super(message)
    this.span = span
    this.hint = hint
  }
}

export const refuse = ({ start, end }: Span, message: string, hint?: string): never => {
  throw new NotInLanguage({ start, end }, message, hint)
}
