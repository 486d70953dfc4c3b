import type { Field } from 'apache-arrow'

const NAME = 'wandb-run-ops.name'

/** Arrow's writer leaves out an empty name, and its reader calls what has no name `null`: so it is written down twice. */
export const nameMetadata = (name: string): ReadonlyMap<string, string> => new Map(name === '' ? [[NAME, name]] : [])

export const fieldName = ({ name, metadata }: Field): string => metadata.get(NAME) ?? name
