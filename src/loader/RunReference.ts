/**
 * A run as people name it: by its path in any spelling that {@link parseRunPath} reads, or by its record.
 *
 * @category Paths
 * @since 0.1.0
 */
export type RunReference = string | { readonly entity: string; readonly project: string; readonly id: string }
