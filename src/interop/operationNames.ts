import type { Operation } from '../ops/Operation.ts'
import type { Column } from '../query/Column.ts'

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

/** The name of an operation's function, which is an identifier: `runConfigAt` for `run-configAt`. */
export const functionName = ({ name }: Pick<Operation, 'name'>): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
