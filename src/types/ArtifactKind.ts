import * as t from 'io-ts'

/**
 * The kind of an artifact collection: a `sequence` holds versions logged to it, a `portfolio` holds links to versions
 * of other collections.
 *
 * @category Model
 * @since 0.1.0
 */
export type ArtifactKind = 'portfolio' | 'sequence'

/**
 * Decodes the `__typename` of a collection.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactKind: t.Type<ArtifactKind, unknown> = new t.Type(
  'ArtifactKind',
  (u): u is ArtifactKind => u === 'portfolio' || u === 'sequence',
  (u, context) => {
    if (u === 'ArtifactPortfolio') return t.success('portfolio')
    return u === 'ArtifactSequence' ? t.success('sequence') : t.failure(u, context)
  },
  (a) => (a === 'portfolio' ? 'ArtifactPortfolio' : 'ArtifactSequence'),
)
