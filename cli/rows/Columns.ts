import type { Row } from './Row.ts'

/** The names of the columns that rows have, found while they go by. */
export class Columns {
  readonly #places = new Map<string, number>()
  readonly #groups: ReadonlyArray<string>

  /**
   * @param groups - What stands in front of what: a column belongs to the first group that is its name or begins it.
   */
  constructor(groups: ReadonlyArray<string>) {
    this.#groups = groups
  }

  /** The number of a column, given as it is seen for the first time. */
  place(name: string): number {
    const place = this.#places.get(name) ?? this.#places.size
    if (place === this.#places.size) this.#places.set(name, place)
    return place
  }

  see(row: Row): void {
    for (const [name] of row) this.place(name)
  }

  #group(name: string): number {
    const group = this.#groups.findIndex(
      (one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))),
    )
    return group === -1 ? this.#groups.length : group
  }

  /** All names: by group, and in each as they were seen. */
  names(): ReadonlyArray<string> {
    return [...this.#places.keys()]
      .map((name) => ({ name, group: this.#group(name) }))
      .sort((one, other) => one.group - other.group)
      .map(({ name }) => name)
  }
}

/** The groups of a list of run columns, for {@link Columns}. */
export const groupsOf = (
  columns: ReadonlyArray<
    { readonly _tag: 'All'; readonly dict: string } | { readonly _tag: 'At' | 'Field'; readonly name: string }
  >,
): ReadonlyArray<string> => columns.map((column) => (column._tag === 'All' ? `${column.dict}*` : column.name))
