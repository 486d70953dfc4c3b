import type { Budget } from '../values/budget.ts'

/** V8 hashes a longer string by its length alone, so that a map of many takes quadratic time. */
const MAX_HASHED = 16_000

/** Grouping one element costs as much as processing this many: its key enters a map. */
const GROUPED = 8

/** Writing one part of a key as text costs as much as processing this many. */
const WRITTEN = 16

const canonical = (value: unknown, budget: Budget): string => {
  if (value instanceof Date) return `date ${value.getTime()}`
  if (typeof value === 'string') {
    budget.readCharacters(value.length)
    budget.createString(value.length)
    return JSON.stringify(value)
  }
  if (typeof value !== 'object' || value === null) return String(value ?? null)
  if (Array.isArray(value)) {
    budget.spendBudget(WRITTEN * value.length)
    budget.createList(value.length)
    return `[${value.map((item) => canonical(item, budget)).join()}]`
  }
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  budget.spendBudget(WRITTEN * entries.length)
  budget.createList(entries.length, 8)
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part, budget)}`).join()}}`
}

const keyText = (key: unknown, budget: Budget): unknown => {
  if (typeof key === 'string') return /^(?:key|long|text) /.test(key) ? `text ${key}` : key
  if (typeof key !== 'object' || key === null) return key ?? null
  return `key ${canonical(key, budget)}`
}

/**
 * Returns a function that converts group keys to keys of a `Map`: equal keys, by type and value, have equal results. Dates
 * are compared by time, and dicts regardless of the order of their keys.
 */
export const groupKeys = (budget: Budget): ((key: unknown) => unknown) => {
  const parts = new Map<string, number>()
  const short = (text: string): string => {
    budget.createString(text.length)
    const numbers: Array<number> = []
    for (let start = 0; start < text.length; start += MAX_HASHED) {
      const part = text.slice(start, start + MAX_HASHED)
      const number = parts.get(part) ?? parts.size
      parts.set(part, number)
      numbers.push(number)
    }
    return `long ${numbers.join()}`
  }
  return (key) => {
    budget.spendBudget(GROUPED)
    const text = keyText(key, budget)
    if (typeof text !== 'string') return text
    budget.readCharacters(text.length)
    return text.length > MAX_HASHED ? short(text) : text
  }
}
