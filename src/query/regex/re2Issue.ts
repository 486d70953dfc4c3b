import { MAX_PATTERN_LENGTH, UntranslatablePattern } from './node.ts'
import { readRe2 } from './readRe2.ts'

/** What RE2 has, and this reader or JavaScript lacks. */
const OURS = /JavaScript|nests more than|is larger than/

const LOOK_AROUND = /\(\?<?[=!]/

/** Why RE2 rejects an expression, as a predicate about it; `undefined` if it may be valid. */
export const re2Issue = (text: string): string | undefined => {
  if (text.length > MAX_PATTERN_LENGTH) return undefined
  try {
    readRe2(text)
    return undefined
  } catch (error) {
    if (!(error instanceof UntranslatablePattern)) throw error
    if (OURS.test(error.message)) return undefined
    return /kind of group/.test(error.message) && LOOK_AROUND.test(text)
      ? 'looks around, which RE2 does not support: use $nor with what must not match'
      : error.message
  }
}
