import { column } from '../../src/ops/index.ts'
import type { RunLight } from '../../src/types/index.ts'
import type { Column, ColumnField } from '../../src/types/query/index.ts'

const { config: _config, summary: _summary, systemMetrics: _systemMetrics, history: _history, ...fields } = column

/** The columns that every run has, by name. */
export const fieldColumns: ReadonlyMap<string, Column<unknown, RunLight>> = new Map(
  Object.entries(fields satisfies Readonly<Record<ColumnField, Column<unknown, RunLight>>>),
)

/** The dicts of a run that a column can reach into. */
export const dicts = ['config', 'summary', 'systemMetrics'] as const

export type Dict = (typeof dicts)[number]

export const isDict = (name: string): name is Dict => (dicts as ReadonlyArray<string>).includes(name)
