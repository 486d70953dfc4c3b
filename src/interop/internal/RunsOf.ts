import type { Column } from '../../types/index.ts'

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
