import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { checkOverRuns, extractProject } from './plan/overRuns.ts'
import type { Expression } from './syntax/Expression.ts'
import type { SyntaxFailure, TypeFailure } from './syntax/Failure.ts'
import { parse } from './syntax/parse.ts'
import type { Type } from './types/Type.ts'

/** A valid expression over runs. */
export interface RunExpression {
  /** The expression as parsed, for `plan`. */
  readonly parsed: Expression
  /** The expression with a name in place of the project that it names, for `evaluate`. */
  readonly expression: Expression
  /** The type of its value. */
  readonly type: Type
}

/** Parses and checks an expression over the runs of a project. */
export const readRunExpression = (text: string): E.Either<SyntaxFailure | TypeFailure, RunExpression> =>
  pipe(
    parse(text),
    E.bindTo('parsed'),
    E.bindW('resolved', ({ parsed }) => extractProject(parsed)),
    E.bindW('type', ({ resolved }) => checkOverRuns(resolved.expression)),
    E.map(({ parsed, resolved, type }) => ({ parsed, expression: resolved.expression, type })),
  )

/**
 * Checks an expression over the runs of a project as `runExpression` does before its first request: without a client,
 * a key or a project.
 *
 * @param text - The text of the expression.
 * @returns The type of its value, or the first thing that is wrong and where.
 * @example
 * ```ts
 * import { pipe } from 'fp-ts/lib/function.js'
 * import * as E from 'fp-ts/lib/Either.js'
 * import { checkRunExpression, showType } from 'wandb-run-ops/expression'
 *
 * const typeIn = (text: string) => pipe(checkRunExpression(text), E.match(({ hint }) => hint, showType))
 *
 * typeIn('runs.runtime.max') // => 'maybe<number>'
 * typeIn('project("team", "vision").runs.rutime.max') // => 'Did you mean runtime?'
 * ```
 * @category Expression
 * @since 0.2.0
 */
export const checkRunExpression = (text: string): E.Either<SyntaxFailure | TypeFailure, Type> =>
  pipe(
    readRunExpression(text),
    E.map(({ type }) => type),
  )
