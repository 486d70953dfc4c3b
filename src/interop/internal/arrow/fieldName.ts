import type { Field } from 'apache-arrow'

const NAME = 'wandb-run-ops.name'

/** Arrow's writer drops an empty name, and its reader returns `null` for it, so the metadata records it. */
export const nameMetadata = (name: string): ReadonlyMap<string, string> => new Map(name === '' ? [[NAME, name]] : [])

export const fieldName = ({ name, metadata }: Field): string => metadata.get(NAME) ?? name
