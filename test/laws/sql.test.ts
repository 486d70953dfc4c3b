import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { matches, ordOf } from 'wandb-run-ops/ops'
import type { Filter } from 'wandb-run-ops/query'
import { type Sql, toSql, toSqlOrder } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { filter, order } from '../arbitraries/query.ts'
import { connectionWith, renamed } from './duckdbRuns.ts'
import { hostileFilters, hostileOrders, hostileRuns } from './hostileFilters.ts'
import { caseCount } from './law.ts'
import { runLists } from './sqlRuns.ts'

const SEED = 20

const chunks = <A>(list: ReadonlyArray<A>, size: number): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))

const orRefusal = (sql: E.Either<{ readonly reason: string }, Sql>): Sql =>
  E.isRight(sql) ? sql.right : { text: `refused: ${sql.left.reason}`, parameters: {} }

const lists = runLists(caseCount(8, 2), SEED)

describe('filters in DuckDB', () => {
  it('match the same runs as in memory', async () => {
    let right = 0
    let all = 0
    const wrong: Array<unknown> = []
    for (const [index, runs] of lists.entries()) {
      const connection = await connectionWith(runs)
      const filters: ReadonlyArray<Filter<Run>> = fc.sample(filter, { numRuns: caseCount(900, 50), seed: SEED + index })
      all += filters.length
      for (const chunk of chunks(filters, 50)) {
        const said = chunk.flatMap((asked, at) => {
          const sql = toSql(asked, 'duckdb')
          return E.isLeft(sql) ? [] : [{ asked, sql: renamed(sql.right, at) }]
        })
        right += said.length
        const columns = said.map(({ sql }) => `list(${sql.text} ORDER BY position)`)
        const result = await connection.runAndReadAll(
          `SELECT ${columns.join(',\n')} FROM runs`,
          Object.assign({}, ...said.map(({ sql }) => sql.parameters)),
        )
        const row = result.getRowsJson()[0] ?? []
        said.forEach(({ asked, sql }, at) => {
          const ours = runs.map(matches(asked))
          const place = ours.findIndex((answer, index) => answer !== (row[at] as ReadonlyArray<boolean>)[index])
          if (place >= 0) wrong.push({ asked, sql, ours: ours[place], run: runs[place] })
        })
      }
    }
    expect(right).toBe(all)
    expect(wrong.slice(0, 1)).toEqual([])
  }, 120_000)
})

describe('hostile values in DuckDB', () => {
  it('meet every comparison as in memory', async () => {
    const connection = await connectionWith(hostileRuns)
    const wrong: Array<unknown> = []
    for (const chunk of chunks(hostileFilters, 100)) {
      const said = chunk.map((asked, at) => ({ asked, sql: renamed(orRefusal(toSql(asked, 'duckdb')), at) }))
      const result = await connection.runAndReadAll(
        `SELECT ${said.map(({ sql }) => `list(${sql.text} ORDER BY position)`).join(',\n')} FROM runs`,
        Object.assign({}, ...said.map(({ sql }) => sql.parameters)),
      )
      const row = result.getRowsJson()[0] ?? []
      said.forEach(({ asked }, at) => {
        hostileRuns.forEach((run, index) => {
          const theirs = (row[at] as ReadonlyArray<boolean>)[index]
          if (matches(run, asked) !== theirs) wrong.push({ asked, config: run.config, theirs })
        })
      })
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('sort as in memory', async () => {
    const connection = await connectionWith(hostileRuns)
    for (const by of hostileOrders) {
      const { text, parameters } = orRefusal(toSqlOrder(by, 'duckdb'))
      const result = await connection.runAndReadAll(`SELECT position::INT FROM runs ORDER BY ${text}`, parameters)
      const { compare } = ordOf(by)
      const places = hostileRuns.map((_, place) => place)
      const ours = places.sort((a, b) => compare(hostileRuns[a] as Run, hostileRuns[b] as Run))
      expect(result.getRowsJS().map(([place]) => place)).toEqual(ours)
    }
  })
})

describe('orders in DuckDB', () => {
  it('sort runs as in memory', async () => {
    const wrong: Array<unknown> = []
    for (const [index, runs] of lists.entries()) {
      const connection = await connectionWith(runs)
      for (const chunk of chunks(fc.sample(order, { numRuns: caseCount(200, 20), seed: SEED + index }), 20)) {
        const said = chunk.flatMap((by, at) => {
          const sql = toSqlOrder(by, 'duckdb')
          return E.isLeft(sql) ? [] : [{ by, sql: renamed(sql.right, at) }]
        })
        expect(said.length).toBe(chunk.length)
        const result = await connection.runAndReadAll(
          `SELECT ${said.map(({ sql }) => `list(position ORDER BY ${sql.text})`).join(',\n')} FROM runs`,
          Object.assign({}, ...said.map(({ sql }) => sql.parameters)),
        )
        const row = result.getRowsJson()[0] ?? []
        said.forEach(({ by, sql }, at) => {
          const { compare } = ordOf(by)
          const places = runs.map((_, place) => place)
          const ours = places.sort((a, b) => compare(runs[a] as Run, runs[b] as Run)).join()
          if (String(row[at]) !== ours) wrong.push({ by, sql, ours, theirs: String(row[at]) })
        })
      }
    }
    expect(wrong.slice(0, 1)).toEqual([])
  }, 120_000)
})
