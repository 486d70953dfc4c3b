import type * as acorn from 'acorn'
import * as E from 'fp-ts/lib/Either.js'
import { convert, tooDeep, UnsupportedSyntax } from './convert.ts'
import type { Expression } from './Expression.ts'
import type { SyntaxFailure } from './Failure.ts'
import { parseTree } from './grammar.ts'

const failure = (text: string, start: number, end: number, message: string, hint?: string): SyntaxFailure => {
  const from = Math.min(Math.max(start, 0), text.length)
  return { _tag: 'SyntaxError', start: from, end: Math.min(Math.max(end, from), text.length), message, hint }
}

/** What to write instead of the words of Python and SQL, which acorn takes for two names in a row. */
const words: ReadonlyArray<readonly [word: RegExp, hint: string]> = [
  [/^AND$/, 'Write && or and.'],
  [/^OR$/, 'Write || or or.'],
  [/^not$/i, 'Write !x.'],
  [/^is$/i, 'Write == null or != null.'],
  [/^in$/i, 'Use list.contains(value).'],
  [/^lambda$/, 'Write (row) => value.'],
  [/^(?:select|from|where)$/i, 'Write runs.filter((row) => condition).map((row) => value).'],
]

const hintForWord = (text: string, position: number): string | undefined => {
  const [before] = /[\w$]+(?=\s*$)/.exec(text.slice(0, position)) ?? []
  const [at] = /^[\w$]+/.exec(text.slice(position)) ?? []
  const found = [at, before].flatMap((word) => words.filter(([known]) => word !== undefined && known.test(word)))
  return found[0]?.[1]
}

const hintAt = (text: string, position: number): string | undefined => {
  const found = text.slice(position, position + 2)
  if (text.trim() === '') return 'Write an expression, such as runs.summary["loss"].min.'
  if (found === '**') return 'Put parentheses around the left side of **.'
  if (/^(?:const|let|var|if|for|return)\b/.test(text.slice(position)))
    return 'An expression is a single value: put each value where its name is used, and write condition ? first : second for a choice.'
  if (/^[;]/.test(found)) return 'Remove the ;: an expression is a single value.'
  if (/^['"`“”]/.test(found)) return 'Close the string with a matching quote.'
  if (
    /^\s*#/m.test(
      text
        .slice(0, position + 1)
        .split('\n')
        .at(-1) ?? '',
    )
  )
    return 'Write a comment in a line of its own, after //.'
  if (/^:/.test(found) && /\[[^\]]*$/.test(text.slice(0, position)))
    return 'Use offset(start).limit(count) for a slice.'
  if (/^<>|^>/.test(found) && /<$/.test(text.slice(0, position))) return 'Write !=.'
  if (/\/\/.*$/.test(text.slice(0, position)))
    return 'After a value, // divides: write a comment in /* */, or in a line of its own.'
  return hintForWord(text, position)
}

/** Converts what acorn threw; the span replaces the line and column at the end of acorn's message. */
const toFailure = (text: string, thrown: unknown): SyntaxFailure => {
  if (thrown instanceof UnsupportedSyntax)
    return failure(text, thrown.span.start, thrown.span.end, thrown.message, thrown.hint)
  const { message, pos, raisedAt } = thrown as Error & { readonly pos?: number; readonly raisedAt?: number }
  const start = pos ?? 0
  if (thrown instanceof RangeError) return failure(text, 0, text.length, ...tooDeep)
  if (/stack space/.test(message)) return failure(text, start, start + 1, ...tooDeep)
  const isAtEnd = start >= text.trimEnd().length
  const problem = isAtEnd ? 'Unexpected end of the expression' : message.replace(/ \(\d+:\d+\)$/, '')
  return failure(text, start, Math.max(raisedAt ?? 0, start + 1), `${problem}.`, hintAt(text, start))
}

/**
 * Parses an expression of W&B's query panels.
 *
 * The language is a subset of JavaScript expressions: names, numbers, strings, `true`, `false`, `null`, lists, dicts, arrow
 * functions, `!`, `-`, `|| && == != < <= > >= + - * / // % **`, `a ? b : c`, operations after a dot or by name, and
 * subscripts. `=` and `===` mean `==`, `!==` means `!=`, `and` and `or` mean `&&` and `||`, and `//` is floor division, or a
 * comment first in a line. An arrow function may return a dict without parentheses around it, and its body may be
 * `{ return value }`. The functions of the operations on records are read as operations after a dot: `runName(run)` as
 * `run.name`. Other JavaScript syntax is a failure.
 *
 * @param text - The text of the expression.
 * @returns The expression as plain JSON with the span of each node, or what is wrong and where.
 * @example
 * ```ts
 * import * as E from 'fp-ts/lib/Either.js'
 * import { parse } from 'wandb-run-ops/expression'
 *
 * E.isRight(parse('runs.filter((row) => row.config["lr"] > 0.01)')) // => true
 * parse('runs ?? 1') // => E.left({ _tag: 'SyntaxError', start: 0, end: 9, message: 'Operator ?? is not supported.', hint: 'Use coalesce(first, second).' })
 * ```
 * @category Expression
 * @since 0.1.0
 */
export const parse = (text: string): E.Either<SyntaxFailure, Expression> =>
  E.tryCatch(
    () => convert(parseTree(text) as acorn.Expression, 0),
    (thrown) => toFailure(text, thrown),
  )
