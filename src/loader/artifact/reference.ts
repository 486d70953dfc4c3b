/**
 * An artifact as people name it: by path, or by its record.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export type ArtifactReference = string | { readonly entity: string; readonly project: string; readonly name: string }

/**
 * An artifact version as people name it: by path, or by its record, of which the id is enough.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export type ArtifactVersionReference = string | { readonly id: string }
