import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { evaluate } from '../../../src/expression/evaluate.ts'
import type { Scope } from '../../../src/expression/relation/evaluateBy.ts'
import { parse } from '../../../src/expression/syntax/parse.ts'
import { showType } from '../../../src/expression/types/showType.ts'

const run = (text: string, scope: Scope) =>
  pipe(
    parse(text),
    E.flatMap((expression) => evaluate(expression, scope)),
  )

/** The value of an expression, or its failure. */
export const asked = (text: string, scope: Scope = {}): unknown =>
  pipe(
    run(text, scope),
    E.match(
      ({ _tag, message }): unknown => `${_tag}: ${message}`,
      ({ value }) => value,
    ),
  )

/** The type of an expression as a string, or its failure. */
export const typeAsked = (text: string, scope: Scope = {}): string =>
  pipe(
    run(text, scope),
    E.match(
      ({ _tag, message }) => `${_tag}: ${message}`,
      ({ type }) => showType(type),
    ),
  )
