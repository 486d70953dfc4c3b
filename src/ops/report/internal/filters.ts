import { columnOf, columnWords } from './column.ts'
import { at, DEEPEST, type Dict, listAt, textAt } from './spec.ts'

/** A filter as the server takes it, `undefined` where nothing is asked, and what it could not say. */
export interface Translated {
  readonly filter: Dict | undefined
  readonly untranslated: ReadonlyArray<string>
}

const nothing: Translated = { filter: undefined, untranslated: [] }

const missed = (what: string): Translated => ({ filter: undefined, untranslated: [what] })

const said = (filter: Dict): Translated => ({ filter, untranslated: [] })

const operators: ReadonlyMap<string | undefined, string> = new Map([
  ['!=', '$ne'],
  ['>', '$gt'],
  ['>=', '$gte'],
  ['<', '$lt'],
  ['<=', '$lte'],
  ['IN', '$in'],
  ['NIN', '$nin'],
  ['REGEX', '$regex'],
])

/** Several filters as one: none is nothing asked, and one is itself. */
export const combined = (operator: '$and' | '$or', parts: ReadonlyArray<Translated>): Translated => {
  const filters = parts.flatMap(({ filter }) => (filter === undefined ? [] : [filter]))
  return {
    filter: filters.length > 1 ? { [operator]: filters } : filters[0],
    untranslated: parts.flatMap(({ untranslated }) => untranslated),
  }
}

/** The tag is the name of the key, and the value says whether a run has it. */
const tagFilter = (tag: string, op: string | undefined, value: unknown): Translated => {
  if ((op === 'IN' || op === 'NIN') && Array.isArray(value))
    return said({ tags: { [op === 'IN' ? '$in' : '$nin']: value } })
  if (op !== '=' && op !== '==' && op !== '!=') return missed(`filter tags.${tag.slice(0, 100)} ${op}`)
  const has = (value !== false) === (op !== '!=')
  return said(has ? { tags: tag } : { $or: [{ tags: null }, { tags: { $ne: tag } }] })
}

const leaf = (filter: unknown): Translated => {
  const key = at(filter, 'key')
  const op = textAt(filter, 'op')
  const value = at(filter, 'value') ?? null
  const isEquality = op === '=' || op === '=='
  const name = textAt(key, 'name')
  // The web app keeps filters that nobody has filled in yet.
  if (name === '' || (value === null && !isEquality && op !== '!=')) return nothing
  if (textAt(key, 'section') === 'tags' && name !== undefined) return tagFilter(name, op, value)
  const column = columnOf(key)
  const operator = operators.get(op)
  const words = `filter ${columnWords(key)} ${op ?? '?'}`
  if (column === undefined || at(filter, 'isRegex') === true) return missed(words)
  if (isEquality) return said({ [column]: value })
  return operator === undefined ? missed(words) : said({ [column]: { [operator]: value } })
}

/** The older way: a group says how its members belong together. */
const groupOf = (op: string | undefined, members: ReadonlyArray<unknown>, depth: number): Translated => {
  if (op !== 'AND' && op !== 'OR') return missed(`filter group ${op}`)
  return combined(
    op === 'AND' ? '$and' : '$or',
    members.map((member) => translateFilters(member, depth)),
  )
}

/** The newer way: each member says how it belongs to the one before. AND binds more closely than OR. */
const sequenceOf = (members: ReadonlyArray<unknown>, depth: number): Translated => {
  const alternatives: Array<Array<Translated>> = []
  for (const member of members) {
    const part = translateFilters(member, depth)
    if (part.filter === undefined && part.untranslated.length === 0) continue
    const last = alternatives.at(-1)
    if (last === undefined || at(member, 'connector') === 'OR') alternatives.push([part])
    else last.push(part)
  }
  return combined(
    '$or',
    alternatives.map((parts) => combined('$and', parts)),
  )
}

/** The filters of a run set as the server takes them. What is disabled or not filled in is left out. */
export const translateFilters = (filters: unknown, depth = 0): Translated => {
  if (filters === undefined || filters === null || at(filters, 'disabled') === true) return nothing
  if (depth > DEEPEST) return missed('filters that are nested too deeply')
  const members = listAt(filters, 'filters')
  if (members === undefined) return at(filters, 'key') === undefined ? missed('a filter without a key') : leaf(filters)
  const op = textAt(filters, 'op')
  return op === undefined ? sequenceOf(members, depth + 1) : groupOf(op, members, depth + 1)
}
