import * as E from 'fp-ts/lib/Either.js'
import { type Pattern, regExpOf, toRe2 } from '../../../../types/query/Pattern.ts'
import type { TextTest } from './textTest.ts'
import type { Place, Writer } from './Writer.ts'

/** Whether a string matches a pattern; patterns that RE2 does not support are refused. */
export const patternTest = (pattern: Pattern, path: Place, { engine, bind, refuse }: Writer): TextTest => {
  const re2 = toRe2(pattern)
  const expression = regExpOf(pattern)
  return {
    sql: E.isLeft(re2) ? () => refuse(path, re2.left) : (text) => engine.matches(text, bind(re2.right)),
    holds: (text) => expression?.test(text) === true,
  }
}
