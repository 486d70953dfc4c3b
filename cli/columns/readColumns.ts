import { columnValue } from '../../src/ops/index.ts'
import { didYouMean } from '../../src/query/nearest.ts'
import { usageError } from '../output/ExitError.ts'
import { dicts, fieldColumns, isDictName } from './fieldColumns.ts'
import type { RunColumn } from './RunColumn.ts'

const quoted = String.raw`"(?:[^"\\]|\\.)*"`
const item = new RegExp(String.raw`\s*((?:\[\s*${quoted}\s*\]|[^,[\]"])+)\s*(?:,|$)`, 'y')
const step = new RegExp(String.raw`\[\s*(${quoted})\s*\]|\.([^.[\]"]+)`, 'y')

const names = [...fieldColumns.keys(), ...dicts.map((dict) => `${dict}.<key>`)]

/** Splits at the commas outside brackets. */
const splitItems = (text: string): ReadonlyArray<string> => {
  const items: Array<string> = []
  item.lastIndex = 0
  while (item.lastIndex < text.length) {
    const found = item.exec(text)
    if (found === null)
      throw usageError(`Invalid --columns "${text}": write a list such as config.lr,summary["val.loss"].`)
    items.push((found[1] as string).trim())
  }
  return items
}

const parseKeys = (text: string, whole: string): ReadonlyArray<string> => {
  const keys: Array<string> = []
  step.lastIndex = 0
  while (step.lastIndex < text.length) {
    const found = step.exec(text)
    if (found === null) throw usageError(`Invalid column "${whole}": write config.lr or config["lr"].`)
    try {
      keys.push(found[1] === undefined ? (found[2] as string) : (JSON.parse(found[1]) as string))
    } catch {
      throw usageError(`Invalid column "${whole}": the key in brackets must be a JSON string, as in config["lr"].`)
    }
  }
  return keys
}

/** Parses a column: `state`, `config.lr`, `summary["val.loss"]`, `config.*`. */
export const readColumn = (text: string): RunColumn => {
  const column = fieldColumns.get(text)
  if (column !== undefined) return { _tag: 'Field', name: text, read: columnValue(column) }
  const end = text.search(/[.[]/)
  const dict = end === -1 ? text : text.slice(0, end)
  const rest = end === -1 ? '' : text.slice(end)
  if (!isDictName(dict))
    throw usageError(
      `Unknown column "${text}". ${didYouMean(dict, [...fieldColumns.keys(), ...dicts]) ?? `Columns: ${names.join(', ')}.`}`,
    )
  if (rest === '' || rest === '.*') return { _tag: 'All', dict }
  const keys = parseKeys(rest, text)
  const isPlain = rest.startsWith('.') && !rest.includes('[')
  const whole = [rest.slice(1)]
  return { _tag: 'At', name: text, dict, paths: isPlain && keys.length > 1 ? [whole, keys] : [keys] }
}

/** Parses comma-separated lists of columns and drops duplicates. */
export const readColumns = (texts: ReadonlyArray<string>): ReadonlyArray<RunColumn> => {
  const columns = new Map(texts.flatMap(splitItems).map((text) => [text, readColumn(text)]))
  if (columns.size === 0)
    throw usageError('--columns must name at least one column: write --columns name,config.lr,summary.accuracy.')
  return [...columns.values()]
}
