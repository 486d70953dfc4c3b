import * as E from 'fp-ts/lib/Either.js'
import { type Pattern, regExpOf, toRe2 } from '../../../../types/query/Pattern.ts'
import type { TextTest } from './textTest.ts'
import type { Place, Writer } from './Writer.ts'

/** Whether a pattern is found in a text; what RE2 does not know is refused. */
export const patternTest = (pattern: Pattern, place: Place, { engine, bind, refuse }: Writer): TextTest => {
  const re2 = toRe2(pattern)
  const expression = regExpOf(pattern)
  return {
    sql: E.isLeft(re2) ? () => refuse(place, re2.left) : (text) => engine.matches(text, bind(re2.right)),
    holds: (text) => expression?.test(text) === true,
  }
}
