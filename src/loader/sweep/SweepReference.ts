/**
 * A sweep as people name it: by path in any spelling that {@link parseSweepPath} reads, or by its record.
 *
 * @category Sweeps
 * @since 0.1.0
 */
export type SweepReference = string | { readonly entity: string; readonly project: string; readonly id: string }
