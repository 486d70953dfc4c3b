import { operations } from '../../ops/generated/operations.ts'
import { functionName } from '../operationNames.ts'

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
    /* @__PURE__ */ operations.map((operation) => [functionName(operation), operation.call]),
  ),
)
