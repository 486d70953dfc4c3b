/**
 * A reference to a run: its path in any format that {@link parseRunPath} accepts, or its record.
 *
 * @category Paths
 * @since 0.1.0
 */
export type RunReference = string | { readonly entity: string; readonly project: string; readonly id: string }
