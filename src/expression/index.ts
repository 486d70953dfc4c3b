/**
 * Query-panel expressions over records.
 *
 * @packageDocumentation
 */

export { checkRunExpression } from './checkRunExpression.ts'
export { check } from './compile/check.ts'
export * from './complete/complete.ts'
export type { Suggestion } from './complete/offers.ts'
export { evaluate } from './evaluate.ts'
export * from './explain.ts'
export * from './plan/Plan.ts'
export * from './plan/planExpression.ts'
export type { Evaluated, Scope } from './relation/evaluateBy.ts'
export { type ExpressionQuery, type ExpressionResult, runExpression } from './run.ts'
export * from './syntax/Expression.ts'
export * from './syntax/Failure.ts'
export * from './syntax/parse.ts'
export * from './syntax/print.ts'
export * from './types/refine.ts'
export * from './types/showType.ts'
export {
  anyType,
  booleanType,
  dateType,
  dictType,
  functionType,
  listType,
  maybeType,
  noneType,
  numberType,
  recordType,
  stringType,
  type Type,
  unionType,
} from './types/Type.ts'
export { typeOf } from './types/typeOf.ts'
