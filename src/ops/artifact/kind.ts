import type { Artifact } from '../../types/Artifact.ts'

/**
 * Returns whether the artifact is a portfolio: a collection of links to versions of other artifacts.
 *
 * @param artifact - An artifact.
 * @returns `true` for a portfolio, `false` for a sequence, which holds the versions logged to it.
 * @example
 * ```ts
 * import { artifactIsPortfolio } from 'wandb-run-ops/ops'
 *
 * artifactIsPortfolio({ kind: 'sequence' }) // => false
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactIsPortfolio = (artifact: Pick<Artifact, 'kind'>): boolean => artifact.kind === 'portfolio'
