/** A list whose elements can be computed on access. */
export interface List<T> {
  readonly length: number
  at(index: number): T
}

export const listOf = <T>(items: readonly T[]): List<T> => ({
  length: items.length,
  at: (index) => items[index] as T,
})

export const toArray = <T>(list: List<T>): T[] => Array.from({ length: list.length }, (_, index) => list.at(index))
