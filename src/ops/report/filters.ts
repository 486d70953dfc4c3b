import * as E from 'fp-ts/lib/Either.js'
import { serverOrder } from '../../query/mongo/serverOrder.ts'
import { MAX_DEPTH, type SpecDict, specList, specString, specValue } from './sections.ts'

const prefixes: ReadonlyMap<string | undefined, string> = new Map([
  ['config', 'config.'],
  ['summary', 'summary_metrics.'],
  ['keys_info', 'keys_info.keys.'],
  ['run', ''],
  ['tags', 'tags.'],
])

/** The server's name for a key of a spec, in which a dot separates keys; `undefined` for a key that it does not know. */
const specColumn = (key: unknown): string | undefined => {
  const prefix = prefixes.get(specString(key, 'section'))
  const name = specString(key, 'name')
  return prefix === undefined || name === undefined || name === '' ? undefined : `${prefix}${name}`
}

/** A column, known or not, as shown in `untranslated`. */
const specColumnLabel = (key: unknown): string =>
  `${specString(key, 'section') ?? '?'}.${specString(key, 'name') ?? '?'}`.slice(0, 100)

/**
 * A server name splits at its dots, so a key that has a dot itself is not found; the spec does not say which it is. The
 * `value` after a config key shows that the next ones are nested.
 */
const dotNotice = (key: unknown, label: string): ReadonlyArray<string> => {
  const [, second, ...rest] = specString(key, 'name')?.split('.') ?? []
  const isNested = specString(key, 'section') === 'config' && second === 'value' && !rest.includes('')
  return second === undefined || isNested ? [] : [`${label}, unless its dot separates keys`]
}

/** A server filter, `undefined` for no condition, and what it could not express. */
interface TranslatedFilter {
  readonly filter: SpecDict | undefined
  readonly untranslated: ReadonlyArray<string>
}

const noFilter: TranslatedFilter = { filter: undefined, untranslated: [] }

const untranslatable = (what: string): TranslatedFilter => ({ filter: undefined, untranslated: [what] })

const translated = (filter: SpecDict, untranslated: ReadonlyArray<string> = []): TranslatedFilter => ({
  filter,
  untranslated,
})

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
export const combineTranslated = (
  operator: '$and' | '$or',
  parts: ReadonlyArray<TranslatedFilter>,
): TranslatedFilter => {
  const filters = parts.flatMap(({ filter }) => (filter === undefined ? [] : [filter]))
  return {
    filter: filters.length > 1 ? { [operator]: filters } : filters[0],
    untranslated: parts.flatMap(({ untranslated }) => untranslated),
  }
}

/** The key's name is the tag, and the value says whether a run has it. */
const tagFilter = (tag: string, op: string | undefined, value: unknown): TranslatedFilter => {
  if ((op === 'IN' || op === 'NIN') && Array.isArray(value))
    return translated({ tags: { [op === 'IN' ? '$in' : '$nin']: value } })
  if (op !== '=' && op !== '==' && op !== '!=') return untranslatable(`filter tags.${tag.slice(0, 100)} ${op}`)
  const has = (value !== false) === (op !== '!=')
  return translated(has ? { tags: tag } : { $or: [{ tags: null }, { tags: { $ne: tag } }] })
}

const leaf = (filter: unknown): TranslatedFilter => {
  const key = specValue(filter, 'key')
  const op = specString(filter, 'op')
  const value = specValue(filter, 'value') ?? null
  const isEquality = op === '=' || op === '=='
  const name = specString(key, 'name')
  // The web app stores filters before they are filled in.
  if (name === '' || (value === null && !isEquality && op !== '!=')) return noFilter
  if (specString(key, 'section') === 'tags' && name !== undefined) return tagFilter(name, op, value)
  const column = specColumn(key)
  const operator = operators.get(op)
  const label = `filter ${specColumnLabel(key)} ${op ?? '?'}`
  if (column === undefined || specValue(filter, 'isRegex') === true) return untranslatable(label)
  const notice = dotNotice(key, label)
  if (isEquality) return translated({ [column]: value }, notice)
  return operator === undefined ? untranslatable(label) : translated({ [column]: { [operator]: value } }, notice)
}

/** The older format: a group names the operator that combines its members. */
const groupOf = (op: string | undefined, members: ReadonlyArray<unknown>, depth: number): TranslatedFilter => {
  if (op !== 'AND' && op !== 'OR') return untranslatable(`filter group ${op}`)
  return combineTranslated(
    op === 'AND' ? '$and' : '$or',
    members.map((member) => translateFilters(member, depth)),
  )
}

/**
 * The newer format: each member names the operator that connects it to the one before. AND binds more tightly than OR.
 */
const sequenceOf = (members: ReadonlyArray<unknown>, depth: number): TranslatedFilter => {
  const alternatives: Array<Array<TranslatedFilter>> = []
  for (const member of members) {
    const part = translateFilters(member, depth)
    if (part.filter === undefined && part.untranslated.length === 0) continue
    const last = alternatives.at(-1)
    if (last === undefined || specValue(member, 'connector') === 'OR') alternatives.push([part])
    else last.push(part)
  }
  return combineTranslated(
    '$or',
    alternatives.map((parts) => combineTranslated('$and', parts)),
  )
}

/** Translates the filters of a run set for the server, without the disabled and incomplete ones. */
export const translateFilters = (filters: unknown, depth = 0): TranslatedFilter => {
  if (filters === undefined || filters === null || specValue(filters, 'disabled') === true) return noFilter
  if (depth > MAX_DEPTH) return untranslatable('filters nested too deeply')
  const members = specList(filters, 'filters')
  if (members === undefined)
    return specValue(filters, 'key') === undefined ? untranslatable('filter without a key') : leaf(filters)
  const op = specString(filters, 'op')
  return op === undefined ? sequenceOf(members, depth + 1) : groupOf(op, members, depth + 1)
}

interface Order {
  readonly order: string
  readonly untranslated: ReadonlyArray<string>
}

/** The default order of loads. */
const DEFAULT = '+created_at'

/** The first column of a run set's order: the server sorts by a single column. */
export const translateSort = (sort: unknown): Order => {
  const keys = specList(sort, 'keys') ?? (specValue(sort, 'key') === undefined ? [] : [sort])
  const [first, ...others] = keys
  if (first === undefined) return { order: DEFAULT, untranslated: [] }
  const firstKey = specValue(first, 'key')
  const column = specColumn(firstKey)
  const dropped = others.map((other) => `order by ${specColumnLabel(specValue(other, 'key'))}`)
  const order = `${specValue(first, 'ascending') === true ? '+' : '-'}${column}`
  return column === undefined || E.isLeft(serverOrder(order))
    ? { order: DEFAULT, untranslated: [`order by ${specColumnLabel(firstKey)}`, ...dropped] }
    : { order, untranslated: [...dotNotice(firstKey, `order by ${specColumnLabel(firstKey)}`), ...dropped] }
}

/** Filters by visibility: every run but those of the tree, or only those of the tree, depending on the root. */
export const translateSelection = (selections: unknown): TranslatedFilter => {
  if (selections === undefined || selections === null) return { filter: undefined, untranslated: [] }
  const tree = specList(selections, 'tree')
  const isFlat = tree?.every((node) => typeof node === 'string') && (specList(selections, 'bounds') ?? []).length === 0
  if (tree === undefined || !isFlat) return { filter: undefined, untranslated: ['selection of single groups'] }
  const isAllBut = specValue(selections, 'root') === 1
  if (isAllBut && tree.length === 0) return { filter: undefined, untranslated: [] }
  return { filter: { name: { [isAllBut ? '$nin' : '$in']: tree } }, untranslated: [] }
}
