import { operations } from '../../ops/generated/operations.ts'
import { functionName } from '../operationNames.ts'

/**
 * The part of Arquero that {@link registerArqueroOperations} uses.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface ArqueroRegistry {
  /** Registers a function for expressions. */
  readonly addFunction: (
    name: string,
    fn: (...values: ReadonlyArray<never>) => unknown,
    options?: { readonly override?: boolean },
  ) => void
}

/**
 * Registers all operations for Arquero expressions, under the names of their functions: `op.runConfigAt(d.run, ['lr'])`.
 *
 * Arguments are passed in one call, the record first. Arquero's functions are global to the program; registering twice has
 * no further effect.
 *
 * @param aq - The Arquero module.
 * @param options - `override`: replace other functions of the same names; without it, Arquero throws.
 * @returns The names, in the order of the registry.
 * @example
 * ```ts
 * import * as aq from 'arquero'
 * import { registerArqueroOperations } from 'wandb-run-ops/arquero'
 *
 * registerArqueroOperations(aq)
 * const runs = [
 *   { id: 'a1', displayName: 'warm-fox', config: { optimizer: { lr: 0.1 } } },
 *   { id: 'b2', displayName: undefined, config: {} },
 * ]
 * const table = aq.table({ run: runs }).derive({
 *   name: 'op.runName(d.run)',
 *   lr: "op.runConfigAt(d.run, ['optimizer', 'lr'])",
 * })
 *
 * table.select('name', 'lr').objects() // => [{ name: 'warm-fox', lr: 0.1 }, { name: 'b2', lr: undefined }]
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const registerArqueroOperations = (
  aq: ArqueroRegistry,
  options: { readonly override?: boolean } = {},
): ReadonlyArray<string> =>
  operations.map((operation) => {
    const name = functionName(operation)
    aq.addFunction(name, operation.call, options)
    return name
  })
