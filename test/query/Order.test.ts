import * as M from 'fp-ts/lib/Monoid.js'
import { describe, expect, test } from 'vitest'
import { ordOf } from 'wandb-run-ops/ops'
import { asc, column, desc, monoidOrder, type Order, orderBy } from 'wandb-run-ops/query'
import type { RunFields } from 'wandb-run-ops/types'

const loss = column.summary('val/loss')

describe('asc and desc', () => {
  test('are a column and a direction, as plain JSON', () => {
    expect(asc(loss)).toStrictEqual([{ column: loss, direction: 'asc' }])
    expect(desc(loss)).toStrictEqual([{ column: loss, direction: 'desc' }])
    expect(JSON.parse(JSON.stringify(desc(loss)))).toStrictEqual(desc(loss))
  })

  test('both put missing values last', () => {
    const [some, none] = [{ summary: { 'val/loss': 1 } }, { summary: { 'val/loss': Number.NaN } }]
    expect([asc(loss), desc(loss)].map((order) => ordOf(order).compare(some, none))).toEqual([-1, -1])
  })
})

describe('orderBy', () => {
  test('combines orders one after the other', () => {
    const order = orderBy(asc(column.group), desc(loss), asc(column.jobType))
    expect(order).toEqual([...asc(column.group), ...desc(loss), ...asc(column.jobType)])
    expect(orderBy(orderBy(asc(column.group), desc(loss)), asc(column.jobType))).toEqual(order)
  })

  test('without orders makes all runs tie', () => {
    expect(orderBy()).toEqual([])
    expect(ordOf(orderBy()).compare({}, {})).toBe(0)
  })

  test('lets the first of two opposite orders decide', () => {
    const order = ordOf(orderBy(desc(column.jobType), asc(column.jobType)))
    expect(order.compare({ jobType: 'a' }, { jobType: 'b' })).toBe(1)
  })
})

describe('monoidOrder', () => {
  test('combines many orders as orderBy does', () => {
    const orders: ReadonlyArray<Order<Pick<RunFields, 'group' | 'jobType'>>> = [asc(column.group), desc(column.jobType)]
    expect(M.concatAll(monoidOrder<Pick<RunFields, 'group' | 'jobType'>>())(orders)).toEqual(
      orderBy(asc(column.group), desc(column.jobType)),
    )
  })

  test('combines no orders to one in which all runs tie', () => {
    expect(M.concatAll(monoidOrder())([])).toEqual([])
  })
})
