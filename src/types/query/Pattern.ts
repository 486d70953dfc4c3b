import * as E from 'fp-ts/lib/Either.js'
import { Refusal, refuse } from './internal/pattern/Refusal.ts'
import { readJs } from './internal/pattern/readJs.ts'
import { readRe2 } from './internal/pattern/readRe2.ts'
import { withUnicode } from './internal/pattern/withUnicode.ts'
import { writeJs } from './internal/pattern/writeJs.ts'
import { writeRe2 } from './internal/pattern/writeRe2.ts'

/**
 * A regular expression as data: plain JSON, in JavaScript's syntax.
 *
 * @category Query
 * @since 0.1.0
 */
export interface Pattern {
  /** What stands between the slashes. */
  readonly source: string
  /** The flags: `i` ignores case, `m` sees lines, `s` lets `.` be a line's end too, `v` is a syntax of its own. */
  readonly flags: string
}

/**
 * Gives a regular expression as data. Of its flags those stay that change a meaning: `i`, `m`, `s` and `v`.
 *
 * @param expression - A regular expression.
 * @returns Its source and flags.
 * @example
 * ```ts
 * import { patternOf } from 'wandb-run-ops/types'
 *
 * patternOf(/^resnet-\d+$/gi) // => { source: '^resnet-\\d+$', flags: 'i' }
 * ```
 * @category Query
 * @since 0.1.0
 */
export const patternOf = ({ source, flags }: RegExp): Pattern => ({ source, flags: flags.replace(/[dguy]/g, '') })

/**
 * Gives the regular expression that a pattern means in memory: it has the flag `u`, so `.` is one code point and `\p{…}` a
 * property. A source that is valid without that flag only is spelled anew if that is simple (`\-` is `-`), and else
 * keeps its old meaning, without the flag.
 *
 * @param pattern - A pattern, which may come from anywhere.
 * @returns A new regular expression, or `undefined` where the pattern cannot be read.
 * @example
 * ```ts
 * import { regExpOf } from 'wandb-run-ops/types'
 *
 * regExpOf({ source: '^res-.$', flags: '' })?.test('res-🚀') // => true
 * regExpOf({ source: '(', flags: '' }) // => undefined
 * ```
 * @category Query
 * @since 0.1.0
 */
export const regExpOf = (pattern: Pattern): RegExp | undefined => {
  if (typeof pattern?.source !== 'string' || typeof pattern.flags !== 'string') return undefined
  const { source } = pattern
  const flags = pattern.flags.replace(/[dguy]/g, '')
  if (flags.includes('v')) return compiled(source, flags)
  return compiled(source, `${flags}u`) ?? compiled(withUnicode(source), `${flags}u`) ?? compiled(source, flags)
}

const compiled = (source: string, flags: string): RegExp | undefined => {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

/** What a reading gives, or why it was refused. */
const attempt = <A>(read: () => A): E.Either<string, A> => {
  try {
    return E.right(read())
  } catch (error) {
    if (error instanceof Refusal) return E.left(error.message)
    throw error
  }
}

/**
 * Gives the text that means the same to RE2, the engine of the W&B server, of DuckDB and of ClickHouse: it is found in
 * the same strings as `regExpOf` of the pattern, in every string without half characters. Flags stand in front of it, as
 * in `(?i)`, and signs that the two languages take differently are spelled out. `\p{…}` is what the version of Unicode on
 * either side says.
 *
 * Refused is what RE2 cannot say: looking ahead and behind, looking back at a group, more than 1,000 repetitions, the
 * flag `v`, properties by names that RE2 lacks; and what engines may take differently, such as ignoring case of rare
 * letters.
 *
 * @param pattern - A pattern.
 * @returns The text, or the reason why there is none, as a clause of which the expression is the subject.
 * @example
 * ```ts
 * import { patternOf, toRe2 } from 'wandb-run-ops/types'
 *
 * toRe2(patternOf(/^resnet-(?<depth>\d+)$/i)) // => { _tag: 'Right', right: '(?i)^resnet-(?P<depth>\\d+)$' }
 * toRe2(patternOf(/a(?=b)/)) // => { _tag: 'Left', left: 'looks ahead, which RE2 cannot' }
 * ```
 * @category Query
 * @since 0.1.0
 */
export const toRe2 = (pattern: Pattern): E.Either<string, string> =>
  attempt(() => {
    const expression = regExpOf(pattern) ?? refuse('cannot be read as a regular expression')
    if (expression.flags.includes('v')) refuse('has the flag v, which RE2 has not')
    if (!expression.unicode) refuse('cannot be read with the flag u')
    return writeRe2(readJs(expression.source, expression.flags))
  })

/**
 * Gives the pattern that means the same as a text that was written for RE2: it is found in the same strings.
 *
 * Refused is what RE2 does not read, what it reads as bytes (`\C`), and what JavaScript takes differently, such as
 * ignoring case of rare letters.
 *
 * @param text - A text in RE2's syntax, such as the `$regex` of a filter.
 * @returns The pattern, or the reason why there is none, as a clause of which the expression is the subject.
 * @example
 * ```ts
 * import { fromRe2 } from 'wandb-run-ops/types'
 *
 * fromRe2('(?i)\\Aresnet-[[:digit:]]+\\z') // => { _tag: 'Right', right: { source: '^resnet-[0-9]+$', flags: 'i' } }
 * fromRe2('\\C') // => { _tag: 'Left', left: 'takes single bytes (\\C), which JavaScript cannot' }
 * ```
 * @category Query
 * @since 0.1.0
 */
export const fromRe2 = (text: string): E.Either<string, Pattern> =>
  attempt(() => {
    const pattern = writeJs(readRe2(text))
    return regExpOf(pattern)?.unicode === true ? pattern : refuse('has no counterpart in JavaScript')
  })
