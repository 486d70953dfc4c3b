import { columnOf, columnWords } from './column.ts'
import { at, listAt } from './spec.ts'

interface Order {
  readonly order: string
  readonly untranslated: ReadonlyArray<string>
}

/** What loads are ordered by where nothing is said. */
const DEFAULT = '+created_at'

/** The first column of a run set's order: the server sorts by one. */
export const translateSort = (sort: unknown): Order => {
  const keys = listAt(sort, 'keys') ?? (at(sort, 'key') === undefined ? [] : [sort])
  const [first, ...others] = keys
  if (first === undefined) return { order: DEFAULT, untranslated: [] }
  const column = columnOf(at(first, 'key'))
  const words = others.map((other) => `order by ${columnWords(at(other, 'key'))}`)
  return column === undefined
    ? { order: DEFAULT, untranslated: [`order by ${columnWords(at(first, 'key'))}`, ...words] }
    : { order: `${at(first, 'ascending') === true ? '+' : '-'}${column}`, untranslated: words }
}
