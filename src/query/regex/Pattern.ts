import * as E from 'fp-ts/lib/Either.js'
import { MAX_PATTERN_LENGTH, rejectLargePattern, rejectPattern, UntranslatablePattern } from './node.ts'
import { readJs, toUnicodeSyntax } from './readJs.ts'
import { readRe2 } from './readRe2.ts'
import { writeJs, writeRe2 } from './write.ts'

/**
 * A regular expression as plain JSON data, in JavaScript syntax.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Pattern {
  /** The text between the slashes. */
  readonly source: string
  /**
   * The flags: `i` ignores case, `m` makes anchors match at lines, `s` lets `.` match line ends, `v` has its own
   * syntax.
   */
  readonly flags: string
}

/**
 * Returns a regular expression as data. Only flags that change its meaning are kept: `i`, `m`, `s` and `v`.
 *
 * @param expression - A regular expression.
 * @returns Its source and flags.
 * @example
 * ```ts
 * import { patternOf } from 'wandb-run-ops/query'
 *
 * patternOf(/^resnet-\d+$/gi) // => { source: '^resnet-\\d+$', flags: 'i' }
 * ```
 * @category Query
 * @since 0.1.0
 */
export const patternOf = (expression: RegExp): Pattern =>
  // What is not a regular expression stays, and whoever evaluates the pattern refuses it.
  isPattern(expression)
    ? { source: expression.source, flags: expression.flags.replace(/[dguy]/g, '') }
    : (expression as unknown as Pattern)

const isPattern = (u: unknown): u is Pattern =>
  typeof u === 'object' &&
  u !== null &&
  'source' in u &&
  'flags' in u &&
  typeof u.source === 'string' &&
  typeof u.flags === 'string'

/**
 * Returns the regular expression that a pattern means in memory, with the flag `u`, so that `.` is one code point and
 * `\p{…}` a property. A source that is only valid without that flag is rewritten if that is simple (`\-` is `-`);
 * otherwise it keeps its meaning, without the flag.
 *
 * @param pattern - A pattern, possibly from an untrusted source.
 * @returns A new regular expression, or `undefined` if the pattern is invalid or longer than 50,000 characters.
 * @example
 * ```ts
 * import { regExpOf } from 'wandb-run-ops/query'
 *
 * regExpOf({ source: '^res-.$', flags: '' })?.test('res-🚀') // => true
 * regExpOf({ source: '(', flags: '' }) // => undefined
 * ```
 * @category Query
 * @since 0.1.0
 */
export const regExpOf = (pattern: Pattern): RegExp | undefined => {
  if (!isPattern(pattern) || pattern.source.length > MAX_PATTERN_LENGTH) return undefined
  const { source } = pattern
  const flags = pattern.flags.replace(/[dguy]/g, '')
  if (flags.includes('v')) return compiled(source, flags)
  return compiled(source, `${flags}u`) ?? compiled(toUnicodeSyntax(source), `${flags}u`) ?? compiled(source, flags)
}

const compiled = (source: string, flags: string): RegExp | undefined => {
  try {
    const expression = new RegExp(source, flags)
    // Only a search finds that an expression is too large: one for each width of characters.
    expression.test('')
    expression.test('\u0100')
    return expression
  } catch {
    return undefined
  }
}

/** Runs a translation that may be refused. */
const attempt = <A>(read: () => A): E.Either<string, A> => {
  try {
    return E.right(read())
  } catch (error) {
    if (error instanceof UntranslatablePattern) return E.left(error.message)
    throw error
  }
}

/**
 * Translates a pattern to RE2, the engine of the W&B server, DuckDB and ClickHouse. The result matches the same strings
 * as `regExpOf` of the pattern, for all strings without lone surrogates. Flags are put in front, as in `(?i)`, and
 * syntax that the two languages interpret differently is written out. `\p{…}` follows the Unicode version of each
 * engine.
 *
 * What RE2 does not support is refused: lookaround, backreferences, more than 1,000 repetitions, the flag `v`, property
 * names that RE2 lacks. So is what engines may interpret differently, such as ignoring the case of rare letters.
 *
 * @param pattern - A pattern.
 * @returns The RE2 syntax, or the reason why there is none, as a predicate about the expression.
 * @example
 * ```ts
 * import { patternOf, toRe2 } from 'wandb-run-ops/query'
 *
 * toRe2(patternOf(/^resnet-(?<depth>\d+)$/i)) // => { _tag: 'Right', right: '(?i)^resnet-(?P<depth>\\d+)$' }
 * toRe2(patternOf(/a(?=b)/)) // => { _tag: 'Left', left: 'has a lookahead, which RE2 does not support' }
 * ```
 * @category Query
 * @since 0.1.0
 */
export const toRe2 = (pattern: Pattern): E.Either<string, string> =>
  attempt(() => {
    const expression = regExpOf(pattern) ?? rejectPattern('is not a valid regular expression')
    if (expression.flags.includes('v')) rejectPattern('has the flag v, which RE2 does not support')
    if (!expression.unicode) rejectPattern('is not valid with the flag u')
    return writeRe2(readJs(expression.source, expression.flags))
  })

/**
 * Translates an RE2 expression to a pattern that matches the same strings.
 *
 * What RE2 rejects, matches bytewise (`\C`), or JavaScript interprets differently is refused, such as ignoring the case
 * of rare letters.
 *
 * @param text - A regular expression in RE2 syntax, such as the `$regex` of a filter.
 * @returns The pattern, or the reason why there is none, as a predicate about the expression.
 * @example
 * ```ts
 * import { fromRe2 } from 'wandb-run-ops/query'
 *
 * fromRe2('(?i)\\Aresnet-[[:digit:]]+\\z') // => { _tag: 'Right', right: { source: '^resnet-[0-9]+$', flags: 'i' } }
 * fromRe2('\\C') // => { _tag: 'Left', left: 'matches single bytes (\\C), which JavaScript does not support' }
 * ```
 * @category Query
 * @since 0.1.0
 */
export const fromRe2 = (text: string): E.Either<string, Pattern> =>
  attempt(() => {
    if (typeof text !== 'string') rejectPattern('is not a string')
    if (text.length > MAX_PATTERN_LENGTH) rejectLargePattern()
    const pattern = writeJs(readRe2(text))
    return regExpOf(pattern)?.unicode === true ? pattern : rejectPattern('has no equivalent in JavaScript')
  })
