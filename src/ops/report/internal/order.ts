import { columnOf, columnWords } from './column.ts'
import { at, listAt } from './spec.ts'

interface Order {
  readonly order: string
  readonly untranslated: ReadonlyArray<string>
}

/** The default order of loads. */
const DEFAULT = '+created_at'

/** The first column of a run set's order: the server sorts by a single column. */
export const translateSort = (sort: unknown): Order => {
  const keys = listAt(sort, 'keys') ?? (at(sort, 'key') === undefined ? [] : [sort])
  const [first, ...others] = keys
  if (first === undefined) return { order: DEFAULT, untranslated: [] }
  const column = columnOf(at(first, 'key'))
  const dropped = others.map((other) => `order by ${columnWords(at(other, 'key'))}`)
  return column === undefined
    ? { order: DEFAULT, untranslated: [`order by ${columnWords(at(first, 'key'))}`, ...dropped] }
    : { order: `${at(first, 'ascending') === true ? '+' : '-'}${column}`, untranslated: dropped }
}
