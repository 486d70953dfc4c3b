/**
 * What the SDK recorded about a run's machine and program, from `wandb-metadata.json`: `os`, `python`, `program`,
 * `git`, `gpu`, and so on. The entries depend on the SDK's version.
 *
 * @category Model
 * @since 0.1.0
 */
export type RunMetadata = Readonly<Record<string, unknown>>
