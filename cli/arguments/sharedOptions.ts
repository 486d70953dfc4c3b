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

/** The options that select runs. */
export const runFilterOptions = {
  filter: {
    type: 'string',
    short: 'f',
    value: 'json',
    help: 'Only runs that match this filter, in the syntax of the Python API.',
  },
  state: {
    type: 'string',
    repeatable: true,
    value: 'state',
    help: 'Only runs in these states: running, finished, crashed, failed, killed; separated by commas.',
  },
  created: {
    type: 'string',
    value: 'time',
    help: 'Only runs created then: today, yesterday, "last week", "last 3 days", 24h, 7d, 2026-11 or 2026-11-21.',
  },
  zone: {
    type: 'string',
    value: 'zone',
    help: 'The time zone of --created, such as Europe/Berlin; defaults to the one of this machine.',
  },
} as const satisfies Options

export const filterOptions = {
  ...runFilterOptions,
  order: {
    type: 'string',
    value: 'column',
    help: 'Sort by a column; prefix it with - for descending order: -summary.accuracy.',
  },
} as const satisfies Options
