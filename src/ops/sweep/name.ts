import { own } from '../../types/codec/own.ts'
import type { Sweep } from '../../types/Sweep.ts'

const text = (u: unknown): string | undefined => (typeof u === 'string' && u !== '' ? u : undefined)

/**
 * Returns the sweep's display name, as set in the web app.
 *
 * @param sweep - A sweep.
 * @returns The name; `undefined` if there is none.
 * @example
 * ```ts
 * import { sweepDisplayName } from 'wandb-run-ops/ops'
 *
 * sweepDisplayName({ displayName: 'learning rates' }) // => 'learning rates'
 * ```
 * @visibility hidden
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepDisplayName = (sweep: Pick<Sweep, 'displayName'>): string | undefined => sweep.displayName

/**
 * Returns the sweep's name.
 *
 * The display name; without one, the `name` in the config; without either, the id. An empty name counts as none.
 *
 * @param sweep - A sweep.
 * @returns The name, never empty unless the id is.
 * @example
 * ```ts
 * import { sweepName } from 'wandb-run-ops/ops'
 *
 * sweepName({ displayName: undefined, config: { name: 'learning rates' }, id: 's1w2e3p4' }) // => 'learning rates'
 * sweepName({ displayName: undefined, config: {}, id: 's1w2e3p4' }) // => 's1w2e3p4'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepName = (sweep: Pick<Sweep, 'config' | 'displayName' | 'id'>): string =>
  text(sweep.displayName) ?? text(own(sweep.config, 'name')) ?? sweep.id
