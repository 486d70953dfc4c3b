import type { Span } from '../Expression.ts'

/** Ends the reading of a text from within; what the reader's caller gets is data. */
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
