/**
 * The entries that W&B itself keeps in a run's config and summary, apart from the user's own.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunInternal {
  /** `_wandb` and `wandb_version` of the config; empty where there are none or config was not loaded. */
  readonly config: Readonly<Record<string, unknown>>
  /** `_wandb` of the summary; empty where there is none or summary was not loaded. */
  readonly summary: Readonly<Record<string, unknown>>
}
