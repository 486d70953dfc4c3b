import { columnOf, columnWords } from './column.ts'
import { at, DEEPEST, type Dict, listAt, textAt } from './spec.ts'

/** A server filter, `undefined` for no condition, and what it could not express. */
export interface Translated {
  readonly filter: Dict | undefined
  readonly untranslated: ReadonlyArray<string>
}

const noFilter: Translated = { filter: undefined, untranslated: [] }

const untranslatable = (what: string): Translated => ({ filter: undefined, untranslated: [what] })

const translated = (filter: Dict): Translated => ({ filter, untranslated: [] })

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

/** Combines filters: none is no condition, and a single one is itself. */
export const combined = (operator: '$and' | '$or', parts: ReadonlyArray<Translated>): Translated => {
  const filters = parts.flatMap(({ filter }) => (filter === undefined ? [] : [filter]))
  return {
    filter: filters.length > 1 ? { [operator]: filters } : filters[0],
    untranslated: parts.flatMap(({ untranslated }) => untranslated),
  }
}

/** The key's name is the tag, and the value says whether a run has it. */
const tagFilter = (tag: string, op: string | undefined, value: unknown): Translated => {
  if ((op === 'IN' || op === 'NIN') && Array.isArray(value))
    return translated({ tags: { [op === 'IN' ? '$in' : '$nin']: value } })
  if (op !== '=' && op !== '==' && op !== '!=') return untranslatable(`filter tags.${tag.slice(0, 100)} ${op}`)
  const has = (value !== false) === (op !== '!=')
  return translated(has ? { tags: tag } : { $or: [{ tags: null }, { tags: { $ne: tag } }] })
}

const leaf = (filter: unknown): Translated => {
  const key = at(filter, 'key')
  const op = textAt(filter, 'op')
  const value = at(filter, 'value') ?? null
  const isEquality = op === '=' || op === '=='
  const name = textAt(key, 'name')
  // The web app stores filters before they are filled in.
  if (name === '' || (value === null && !isEquality && op !== '!=')) return noFilter
  if (textAt(key, 'section') === 'tags' && name !== undefined) return tagFilter(name, op, value)
  const column = columnOf(key)
  const operator = operators.get(op)
  const label = `filter ${columnWords(key)} ${op ?? '?'}`
  if (column === undefined || at(filter, 'isRegex') === true) return untranslatable(label)
  if (isEquality) return translated({ [column]: value })
  return operator === undefined ? untranslatable(label) : translated({ [column]: { [operator]: value } })
}

/** The older format: a group names the operator that combines its members. */
const groupOf = (op: string | undefined, members: ReadonlyArray<unknown>, depth: number): Translated => {
  if (op !== 'AND' && op !== 'OR') return untranslatable(`filter group ${op}`)
  return combined(
    op === 'AND' ? '$and' : '$or',
    members.map((member) => translateFilters(member, depth)),
  )
}

/**
 * The newer format: each member names the operator that connects it to the one before. AND binds more tightly than OR.
 */
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

/** Translates the filters of a run set for the server, without the disabled and incomplete ones. */
export const translateFilters = (filters: unknown, depth = 0): Translated => {
  if (filters === undefined || filters === null || at(filters, 'disabled') === true) return noFilter
  if (depth > DEEPEST) return untranslatable('filters nested too deeply')
  const members = listAt(filters, 'filters')
  if (members === undefined)
    return at(filters, 'key') === undefined ? untranslatable('filter without a key') : leaf(filters)
  const op = textAt(filters, 'op')
  return op === undefined ? sequenceOf(members, depth + 1) : groupOf(op, members, depth + 1)
}
