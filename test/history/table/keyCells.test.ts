import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellAt } from '../../../src/history/table/cellAt.ts'
import { type KeyCellsOptions, keyCells } from '../../../src/history/table/keyCells.ts'
import { dict } from '../../arbitraries/json.ts'
import { thoroughLaw } from '../../laws/law.ts'

type Dict = Readonly<Record<string, unknown>>

const columnsOf = (dicts: ReadonlyArray<Dict | undefined>, options?: KeyCellsOptions) => {
  const cells = keyCells(options)
  for (const [row, one] of dicts.entries()) if (one !== undefined) cells.add(one, row)
  return cells.build(dicts.length).map(({ key, column }) => [key, dicts.map((_, row) => cellAt(column, row))] as const)
}

test('there is a column for each key, in order of first appearance, with the values of all rows', () => {
  thoroughLaw(fc.array(fc.option(dict, { nil: undefined }), { maxLength: 6 }), (dicts) => {
    const keys = [...new Set(dicts.flatMap((one) => Object.keys(one ?? {})))]
    const expected = keys.map((key) => [
      key,
      dicts.map((one) => (one !== undefined && Object.hasOwn(one, key) ? one[key] : undefined)),
    ])
    return isDeepStrictEqual(columnsOf(dicts), expected)
  })
})

test('a key can be left out, wherever it is, and values can be converted', () => {
  const options = { isLeftOut: (key: string) => key === 'no', cellOf: (value: unknown) => Number(value) + 1 }
  expect(columnsOf([{ no: 0, a: 1, b: 2 }, { a: 3, no: 0, b: 4 }, { no: 0 }], options)).toEqual([
    ['a', [2, 4, undefined]],
    ['b', [3, 5, undefined]],
  ])
})
