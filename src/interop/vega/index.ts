/**
 * Operations as functions of Vega's expression language, for Vega, Vega-Lite and `vega-expression`. Imports none of these.
 *
 * @packageDocumentation
 */
export * from './expressionFunctions.ts'
export * from './registerOperations.ts'
