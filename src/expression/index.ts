/**
 * Query-panel expressions over records.
 *
 * @packageDocumentation
 */
export * from './check.ts'
export * from './complete.ts'
export * from './Expression.ts'
export * from './ExpressionResult.ts'
export * from './evaluate.ts'
export * from './explain.ts'
export * from './Failure.ts'
export * from './Plan.ts'
export * from './parse.ts'
export * from './planOf.ts'
export * from './print.ts'
export * from './readType.ts'
export * from './refine.ts'
export * from './run.ts'
export * from './Suggestion.ts'
export * from './SyntaxFailure.ts'
export * from './showType.ts'
export * from './Type.ts'
export * from './typeOf.ts'
