/**
 * A reference to a sweep: its path in any format that {@link parseSweepPath} accepts, or its record.
 *
 * @category Sweeps
 * @since 0.1.0
 */
export type SweepReference = string | { readonly entity: string; readonly project: string; readonly id: string }
