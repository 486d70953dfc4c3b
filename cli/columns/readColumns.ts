import { nearestHint } from '../../src/expression/internal/nearest.ts'
import { columnValue } from '../../src/ops/index.ts'
import { misuse } from '../Stop.ts'
import { dicts, fieldColumns, isDict } from './fieldColumns.ts'
import type { RunColumn } from './RunColumn.ts'

const quoted = String.raw`"(?:[^"\\]|\\.)*"`
const item = new RegExp(String.raw`\s*((?:\[\s*${quoted}\s*\]|[^,[\]"])+)\s*(?:,|$)`, 'y')
const step = new RegExp(String.raw`\[\s*(${quoted})\s*\]|\.([^.[\]"]+)`, 'y')

const names = [...fieldColumns.keys(), ...dicts.map((dict) => `${dict}.<key>`)]

/** The texts between the commas that stand outside of brackets. */
const itemsOf = (text: string): ReadonlyArray<string> => {
  const items: Array<string> = []
  item.lastIndex = 0
  while (item.lastIndex < text.length) {
    const found = item.exec(text)
    if (found === null) throw misuse(`--columns "${text}" cannot be read: write config.lr,summary["val.loss"].`)
    items.push((found[1] as string).trim())
  }
  return items
}

const keysOf = (text: string, whole: string): ReadonlyArray<string> => {
  const keys: Array<string> = []
  step.lastIndex = 0
  while (step.lastIndex < text.length) {
    const found = step.exec(text)
    if (found === null) throw misuse(`The column "${whole}" cannot be read: write config.lr or config["lr"].`)
    try {
      keys.push(found[1] === undefined ? (found[2] as string) : (JSON.parse(found[1]) as string))
    } catch {
      throw misuse(`The column "${whole}" has a key that is no JSON text: write config["lr"].`)
    }
  }
  return keys
}

/** A column in a user's spelling: `state`, `config.lr`, `summary["val.loss"]`, `config.*`. */
export const readColumn = (text: string): RunColumn => {
  const column = fieldColumns.get(text)
  if (column !== undefined) return { _tag: 'Field', name: text, read: columnValue(column) }
  const end = text.search(/[.[]/)
  const dict = end === -1 ? text : text.slice(0, end)
  const rest = end === -1 ? '' : text.slice(end)
  if (!isDict(dict))
    throw misuse(
      `There is no column "${text}". ${nearestHint(dict, [...fieldColumns.keys(), ...dicts]) ?? `There are ${names.join(', ')}.`}`,
    )
  if (rest === '' || rest === '.*') return { _tag: 'All', dict }
  const keys = keysOf(rest, text)
  const isPlain = rest.startsWith('.') && !rest.includes('[')
  const whole = [rest.slice(1)]
  return { _tag: 'At', name: text, dict, paths: isPlain && keys.length > 1 ? [whole, keys] : [keys] }
}

/** The columns of a list with commas, each once. */
export const readColumns = (texts: ReadonlyArray<string>): ReadonlyArray<RunColumn> => {
  const columns = new Map(texts.flatMap(itemsOf).map((text) => [text, readColumn(text)]))
  if (columns.size === 0) throw misuse('--columns names no column: write --columns name,config.lr,summary.accuracy.')
  return [...columns.values()]
}
