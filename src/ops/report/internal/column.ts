import { textAt } from './spec.ts'

const prefixes: ReadonlyMap<string | undefined, string> = new Map([
  ['config', 'config.'],
  ['summary', 'summary_metrics.'],
  ['keys_info', 'keys_info.keys.'],
  ['run', ''],
  ['tags', 'tags.'],
])

/** The server's name for a key of a spec, taken literally; `undefined` for a key that it does not know. */
export const columnOf = (key: unknown): string | undefined => {
  const prefix = prefixes.get(textAt(key, 'section'))
  const name = textAt(key, 'name')
  return prefix === undefined || name === undefined || name === '' ? undefined : `${prefix}${name}`
}

/** A column, known or not, as shown in `untranslated`. */
export const columnWords = (key: unknown): string =>
  `${textAt(key, 'section') ?? '?'}.${textAt(key, 'name') ?? '?'}`.slice(0, 100)
