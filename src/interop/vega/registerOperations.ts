import { type ExpressionFunction, expressionFunctions } from './expressionFunctions.ts'

/**
 * The part of Vega that {@link registerVegaOperations} uses.
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
 * import { registerVegaOperations } from 'wandb-run-ops/vega'
 *
 * registerVegaOperations(vega)
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
export const registerVegaOperations = (vega: VegaRegistry): ReadonlyArray<string> =>
  Object.entries(expressionFunctions).map(([name, fn]) => {
    vega.expressionFunction(name, fn)
    return name
  })
