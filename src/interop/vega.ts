/**
 * Operations as functions of Vega's expression language, for Vega, Vega-Lite and `vega-expression`. Imports none of these.
 *
 * @packageDocumentation
 */
import { operations } from '../ops/index.ts'
import { operationName } from './internal/operationNames.ts'

/**
 * A function that a Vega expression can call.
 *
 * @category Interop
 * @since 0.1.0
 */
export type ExpressionFunction = (...values: ReadonlyArray<never>) => unknown

/**
 * All operations under the names of their functions: `runConfigAt`, `historyMin`.
 *
 * Arguments are passed in one call, the record first: `runConfigAt(datum.run, ['lr'])`.
 *
 * @example
 * ```ts
 * import { codegenExpression, functions, parseExpression } from 'vega-expression'
 * import { expressionFunctions } from 'wandb-run-ops/vega'
 *
 * const ours = Object.fromEntries(Object.keys(expressionFunctions).map((name) => [name, `operations.${name}`]))
 * const codegen = codegenExpression({
 *   allowed: ['datum'],
 *   fieldvar: 'datum',
 *   globalvar: 'signals',
 *   functions: (visitor) => ({ ...functions(visitor), ...ours }),
 * })
 * const { code } = codegen(parseExpression("runSummaryAt(datum.run, ['loss']) < limit"))
 * const isGood = new Function('datum', 'operations', 'signals', `return ${code}`)
 *
 * isGood({ run: { summary: { loss: 0.2 } } }, expressionFunctions, { limit: 0.5 }) // => true
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const expressionFunctions: Readonly<Record<string, ExpressionFunction>> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ Object.fromEntries(
    /* @__PURE__ */ operations.map((operation) => [operationName(operation), operation.call]),
  ),
)

/**
 * The part of Vega that {@link registerOperations} uses.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface VegaRegistry {
  /** Registers a function for expressions; with a name alone, returns the function of that name. */
  readonly expressionFunction: (name: string, fn?: ExpressionFunction) => unknown
}

/**
 * Registers all operations for Vega expressions, which Vega-Lite uses too.
 *
 * Vega's functions are global to the page, and a view uses those registered before it was parsed: call this first. Vega
 * writes to the objects of its data, and records are frozen, so wrap each record in a row: `runs.map((run) => ({ run }))`.
 *
 * @param vega - The Vega module.
 * @returns The names, in the order of the registry.
 * @example
 * ```ts
 * import * as vega from 'vega'
 * import { registerOperations } from 'wandb-run-ops/vega'
 *
 * registerOperations(vega)
 * const runs = [
 *   { id: 'a1', displayName: 'warm-fox', summary: { loss: 0.2 } },
 *   { id: 'b2', displayName: undefined, summary: { loss: 0.7 } },
 * ]
 * const view = new vega.View(
 *   vega.parse({
 *     data: [
 *       {
 *         name: 'runs',
 *         values: runs.map((run) => ({ run })),
 *         transform: [
 *           { type: 'filter', expr: "runSummaryAt(datum.run, ['loss']) < 0.5" },
 *           { type: 'formula', as: 'name', expr: 'runName(datum.run)' },
 *         ],
 *       },
 *     ],
 *   }),
 * )
 * await view.runAsync()
 *
 * view.data('runs').map(({ name }) => name) // => ['warm-fox']
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const registerOperations = (vega: VegaRegistry): ReadonlyArray<string> =>
  Object.entries(expressionFunctions).map(([name, fn]) => {
    vega.expressionFunction(name, fn)
    return name
  })
