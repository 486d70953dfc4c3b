import type { DictColumn } from '../../src/query/Column.ts'

/** The dicts of a run that columns can address. */
export const dicts = ['config', 'summary', 'systemMetrics'] as const

export type DictName = (typeof dicts)[number]

/** The dicts by the tags of their columns. */
export const dictOf: Readonly<Record<DictColumn['_tag'], DictName>> = {
  Config: 'config',
  Summary: 'summary',
  SystemMetrics: 'systemMetrics',
}

/** Returns the dict that a text stands for as a whole: `config`, `config.*`. */
export const wholeDict = (text: string): DictName | undefined =>
  dicts.find((dict) => text === dict || text === `${dict}.*`)
