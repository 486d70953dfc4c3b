/**
 * W&B's own entries in a run's config and summary, separate from the user's.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunInternal {
  /** `_wandb` and `wandb_version` of the config; empty if there are none or the config was not loaded. */
  readonly config: Readonly<Record<string, unknown>>
  /** `_wandb` of the summary; empty if there is none or the summary was not loaded. */
  readonly summary: Readonly<Record<string, unknown>>
}
