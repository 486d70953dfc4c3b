import { expect, expectTypeOf, test } from 'vitest'
import type { RunFieldValues, RunId, RunLight, RunState, StorageId, User } from 'wandb-run-ops/types'
import { heavyWireNames, runFieldRows } from '../../../src/types/run/fields.ts'
import { runNodeFields } from '../../../src/types/run/RunLight.ts'

const rows = Object.entries(runFieldRows)

const isUnique = (names: ReadonlyArray<string>): boolean => new Set(names).size === names.length

test('have the types of their kinds, and undefined where a run may have no value', () => {
  expectTypeOf<Omit<RunLight, 'internal'>>().toEqualTypeOf<RunFieldValues>()
  expectTypeOf<RunFieldValues>().toMatchObjectType<{
    readonly id: RunId
    readonly storageId: StorageId
    readonly entity: string
    readonly displayName: string | undefined
    readonly state: RunState | undefined
    readonly createdAt: Date
    readonly heartbeatAt: Date | undefined
    readonly tags: ReadonlyArray<string>
    readonly user: User
    readonly readOnly: boolean | undefined
    readonly historyLineCount: number | undefined
  }>()
})

test('no two fields share a name in nodes, in the table of runs, or in filters and orders', () => {
  const wires = [...Object.values(runNodeFields).map(({ wire }) => wire), ...Object.values(heavyWireNames)]
  expect(isUnique(wires)).toBe(true)
  expect(isUnique(rows.flatMap(([, { sql }]) => sql ?? []))).toBe(true)
  expect(
    isUnique(
      rows.flatMap(([, { filter, order, names = [] }]) =>
        [...new Set([filter, order, ...names])].flatMap((n) => n ?? []),
      ),
    ),
  ).toBe(true)
})

test('a field comes from the node or from the request', () => {
  const fromRequest = rows.flatMap(([name, row]) => (row.fromRequest ? [name] : []))
  expect(fromRequest).toEqual(['entity', 'project', 'appUrl'])
  expect([...fromRequest, ...Object.keys(runNodeFields)].sort()).toEqual(Object.keys(runFieldRows).sort())
})
