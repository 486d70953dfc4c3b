import type { Operation } from '../ops/Operation.ts'
import type { Column } from '../query/Column.ts'
import type { RunLight } from '../types/run/RunLight.ts'

/**
 * Runs with the fields that some columns read.
 *
 * @typeParam T - The columns by name.
 * @category Interop
 * @since 0.1.0
 */
export type RunsOf<T extends Readonly<Record<string, Column>>> = ReadonlyArray<
  NonNullable<T[keyof T]['_reads']> extends (run: infer R) => unknown ? R : never
>

/**
 * Runs, or what there is of them, for a table of all their columns.
 *
 * @category Interop
 * @since 0.2.0
 */
export type AnyRuns = ReadonlyArray<Partial<RunLight> & { readonly config?: unknown; readonly summary?: unknown }>

/** The name of an operation's function, which is an identifier: `runConfigAt` for `run-configAt`. */
export const functionName = ({ name }: Pick<Operation, 'name'>): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
