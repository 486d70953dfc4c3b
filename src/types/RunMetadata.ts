/**
 * What the SDK noted about the machine and the program of a run, in `wandb-metadata.json`: `os`, `python`, `program`,
 * `git`, `gpu`, and so on. Which entries there are depends on the SDK's version.
 *
 * @category Model
 * @since 0.1.0
 */
export type RunMetadata = Readonly<Record<string, unknown>>
