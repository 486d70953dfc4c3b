import { textAt } from './spec.ts'

const prefixes: ReadonlyMap<string | undefined, string> = new Map([
  ['config', 'config.'],
  ['summary', 'summary_metrics.'],
  ['keys_info', 'keys_info.keys.'],
  ['run', ''],
  ['tags', 'tags.'],
])

/** The name that filters and orders have for the key of a spec, taken whole; `undefined` for one that they do not know. */
export const columnOf = (key: unknown): string | undefined => {
  const prefix = prefixes.get(textAt(key, 'section'))
  const name = textAt(key, 'name')
  return prefix === undefined || name === undefined || name === '' ? undefined : `${prefix}${name}`
}

/** A column, known or not, for people. */
export const columnWords = (key: unknown): string =>
  `${textAt(key, 'section') ?? '?'}.${textAt(key, 'name') ?? '?'}`.slice(0, 100)
