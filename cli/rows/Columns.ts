import type { Row } from './Row.ts'

/** Collects the column names of rows. */
export class Columns {
  readonly #indexes = new Map<string, number>()
  readonly #groups: ReadonlyArray<string>

  /**
   * @param groups - The order of the columns: names, or prefixes that end with `*`. A column is in the first group that
   *   matches it; unmatched columns come last.
   */
  constructor(groups: ReadonlyArray<string>) {
    this.#groups = groups
  }

  /** Returns the index of a column, in order of first appearance; adds the column if it is new. */
  indexOf(name: string): number {
    const index = this.#indexes.get(name) ?? this.#indexes.size
    if (index === this.#indexes.size) this.#indexes.set(name, index)
    return index
  }

  addRow(row: Row): void {
    for (const [name] of row) this.indexOf(name)
  }

  #group(name: string): number {
    const group = this.#groups.findIndex(
      (one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))),
    )
    return group === -1 ? this.#groups.length : group
  }

  /** Returns all names, ordered by group and then by first appearance. */
  names(): ReadonlyArray<string> {
    return [...this.#indexes.keys()]
      .map((name) => ({ name, group: this.#group(name) }))
      .sort((one, other) => one.group - other.group)
      .map(({ name }) => name)
  }
}

/** Returns the groups of a list of run columns, for {@link Columns}. */
export const columnGroups = (
  columns: ReadonlyArray<
    { readonly _tag: 'All'; readonly dict: string } | { readonly _tag: 'At' | 'Field'; readonly name: string }
  >,
): ReadonlyArray<string> => columns.map((column) => (column._tag === 'All' ? `${column.dict}*` : column.name))
