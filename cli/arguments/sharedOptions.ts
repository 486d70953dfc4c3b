import type { Options } from './Command.ts'

export const projectOptions = {
  project: {
    type: 'string',
    short: 'p',
    value: 'entity/project',
    help: 'The project to read; defaults to WANDB_ENTITY and WANDB_PROJECT.',
  },
  sandbox: { type: 'boolean', help: 'Read a generated project from a local server; needs no account.' },
} as const satisfies Options

export const filterOptions = {
  filter: {
    type: 'string',
    short: 'f',
    value: 'json',
    help: 'Only runs that match this filter, in the syntax of the Python API.',
  },
  order: {
    type: 'string',
    value: 'column',
    help: 'Sort by a column; prefix it with - for descending order: -summary.accuracy; the newest first by default.',
  },
} as const satisfies Options
