import type * as acorn from 'acorn'
import * as E from 'fp-ts/lib/Either.js'
import type { Expression } from './Expression.ts'
import { convert } from './internal/convert.ts'
import { readTree } from './internal/grammar.ts'
import { NotInLanguage } from './internal/NotInLanguage.ts'
import type { SyntaxFailure } from './SyntaxFailure.ts'

const failure = (text: string, start: number, end: number, message: string, hint?: string): SyntaxFailure => {
  const from = Math.min(Math.max(start, 0), text.length)
  return { _tag: 'SyntaxError', start: from, end: Math.min(Math.max(end, from), text.length), message, hint }
}

const hintAt = (text: string, place: number): string | undefined => {
  const found = text.slice(place, place + 2)
  if (text.trim() === '') return 'Write an expression, such as runs.summary["loss"].min.'
  if (found === '**') return 'Write parentheses around what stands before **.'
  if (/^[;]/.test(found)) return 'Leave the ; out: an expression is one value.'
  if (/^['"`“”]/.test(found)) return 'Close the text with the quote that opens it.'
  return undefined
}

/** What acorn threw, as data: its own message says the line and column at its end, which the span says already. */
const reported = (text: string, thrown: unknown): SyntaxFailure => {
  if (thrown instanceof NotInLanguage)
    return failure(text, thrown.span.start, thrown.span.end, thrown.message, thrown.hint)
  if (thrown instanceof RangeError) return failure(text, 0, text.length, 'The expression is nested too deeply.')
  const { message, pos, raisedAt } = thrown as Error & { readonly pos?: number; readonly raisedAt?: number }
  const start = pos ?? 0
  const isAtEnd = start >= text.trimEnd().length
  const words = isAtEnd ? 'The expression ends too early' : message.replace(/ \(\d+:\d+\)$/, '')
  return failure(text, start, Math.max(raisedAt ?? 0, start + 1), `${words}.`, hintAt(text, start))
}

/**
 * Reads an expression of W&B's query panels.
 *
 * The language is that of JavaScript's expressions: names, numbers, text, `true`, `false`, `null`, lists, dicts, functions
 * with an arrow, `!`, `-`, `|| && == != < <= > >= + - * / // % **`, operations behind a dot and by name, and values in
 * square brackets. `=` and `===` are `==`, `!==` is `!=`, `//` divides and rounds down; a function may give a dict
 * without parentheses around it, and may be `{ return value }`. What JavaScript has besides is refused.
 *
 * @param text - The text.
 * @returns The expression as plain JSON with the place of each part, or what is wrong and where.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { parse } from 'wandb-run-ops/expression'
 *
 * E.isRight(parse('runs.filter((row) => row.config["lr"] > 0.01)')) // => true
 * parse('runs ?? 1') // => E.left({ _tag: 'SyntaxError', start: 0, end: 9, message: 'The language has no operator ??.', hint: 'Write coalesce(first, second).' })
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const parse = (text: string): E.Either<SyntaxFailure, Expression> =>
  E.tryCatch(
    () => convert(readTree(text) as acorn.Expression, 0),
    (thrown) => reported(text, thrown),
  )
