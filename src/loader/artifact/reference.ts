/**
 * A reference to an artifact: its path or its record.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export type ArtifactReference = string | { readonly entity: string; readonly project: string; readonly name: string }

/**
 * A reference to an artifact version: its path, its record, or any object with its `id`.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export type ArtifactVersionReference = string | { readonly id: string }
