import type { Options } from './Command.ts'

export const projectOptions = {
  project: {
    type: 'string',
    short: 'p',
    value: 'entity/project',
    help: 'The project; by default that of WANDB_ENTITY and WANDB_PROJECT.',
  },
  sandbox: { type: 'boolean', help: 'Ask a made-up project on this machine; needs no account.' },
} as const satisfies Options

export const filterOptions = {
  filter: { type: 'string', short: 'f', value: 'json', help: 'Only runs that match: a filter of the Python API.' },
  order: {
    type: 'string',
    value: 'column',
    help: 'Sort by a column, descending with - before it: -summary.accuracy.',
  },
} as const satisfies Options

export const tableOptions = {
  json: { type: 'boolean', help: 'Print one JSON document and nothing else.' },
  width: { type: 'string', value: 'letters', help: 'How wide a table may be; by default as wide as the terminal.' },
} as const satisfies Options

export const helpOptions = {
  help: { type: 'boolean', short: 'h', help: 'Show this.' },
} as const satisfies Options
