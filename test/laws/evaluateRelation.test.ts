import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { evaluateRelation } from 'wandb-run-ops/ops'
import { column, count, first, max, mean, median, type Relation, variance } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { runTable } from '../../src/ops/table/runTable.ts'
import type { RunTable } from '../../src/query/RunTable.ts'
import { anyColumn, queriedRun } from '../arbitraries/query.ts'
import { relation } from '../arbitraries/relation.ts'
import { isAnswer, rowsOf } from './closeAnswers.ts'
import { hostileFilters, hostileOrders, hostileRuns } from './hostileFilters.ts'
import { caseCount, thoroughLaw } from './law.ts'
import { runLists, tame } from './sqlRuns.ts'

const lists = runLists(caseCount(20, 3), 7)

const answerOf = (asked: Relation<Run>, runs: RunTable | ReadonlyArray<Run>): RunTable | undefined =>
  E.toUnion(
    E.match(
      () => E.left(undefined),
      (table: RunTable) => E.right(table),
    )(evaluateRelation(asked)(runs)),
  )

const isSameTable = (one: RunTable | undefined, other: RunTable | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  isDeepStrictEqual(rowsOf(one), rowsOf(other)) &&
  isDeepStrictEqual(one.names, other.names) &&
  one.names.every((name) => one.columns[name]?.type === other.columns[name]?.type)

const x = column.config('x')

describe('a relation', () => {
  test('over records is answered as it is meant', { timeout: 120_000 }, () => {
    const asked = fc.tuple(fc.constantFrom(...lists.map((runs) => runs.map(tame))), relation)
    thoroughLaw(asked, ([runs, question]) => {
      const answer = answerOf(question, runs)
      return answer !== undefined && isAnswer(rowsOf(answer), question, runs)
    })
  })

  test('has the same answer over a table of all columns', { timeout: 120_000 }, () => {
    const tables = new Map(lists.map((runs) => [runs, runTable(runs)]))
    let answered = 0
    thoroughLaw(fc.tuple(fc.constantFrom(...lists), relation), ([runs, question]) => {
      const answer = evaluateRelation(question)(tables.get(runs) as RunTable)
      // A table has no column for a key that no run has.
      if (E.isLeft(answer)) return answer.left.reason.includes('which is not in the table')
      answered += 1
      return isSameTable(answer.right, answerOf(question, runs))
    })
    expect(answered).toBeGreaterThan(caseCount() / 4)
  })

  test('has the same answer over a table of a few runs with the columns that it reads', { timeout: 120_000 }, () => {
    const few = fc.array(queriedRun, { maxLength: 6 })
    thoroughLaw(fc.tuple(few, anyColumn, anyColumn), ([runs, one, other]) => {
      const table = runTable(runs as ReadonlyArray<Run>, { one, other })
      const aggregates = {
        n: count(),
        a: count(other),
        b: mean(other),
        c: max(other),
        d: first(other),
        e: variance(other),
      }
      const questions: ReadonlyArray<Relation<Run>> = [
        { columns: { one, other }, sort: [{ by: 'one', direction: 'desc' }] },
        { groupBy: { one }, aggregates: { ...aggregates, f: median(other) } as never },
        { groupBy: { one, other }, aggregates: { n: count() } as never },
        { aggregates: aggregates as never, filter: { _tag: 'Exists', column: one } as never },
      ]
      return questions.every((question) => isSameTable(answerOf(question, table), answerOf(question, runs as never)))
    })
  })

  test('has the same answer over records and columns for every hostile value and filter', () => {
    const tables = [
      runTable(hostileRuns),
      runTable(hostileRuns, { x, id: column.id, 'a.b': column.config('a.b'), p: column.config('__proto__') }),
    ]
    for (const filter of hostileFilters) {
      const question: Relation<Run> = { filter, groupBy: { x }, aggregates: { n: count() as never } }
      const answer = answerOf(question, hostileRuns)
      for (const table of tables)
        if (!isSameTable(answer, answerOf(question, table))) expect({ filter }).toBeUndefined()
    }
    for (const order of hostileOrders) {
      const question: Relation<Run> = { order, columns: { x, id: column.id } }
      const answer = answerOf(question, hostileRuns)
      for (const table of tables) if (!isSameTable(answer, answerOf(question, table))) expect({ order }).toBeUndefined()
    }
  })

  test('is answered as it is meant over more runs than are read at once, of few values', () => {
    const [base] = hostileRuns
    const numbers = [0, -0, 1, 2.5, Number.NaN, null, undefined, Number.POSITIVE_INFINITY, -3, true]
    const many = Array.from({ length: 1200 }, (_, row): Run => {
      const config = { n: numbers[(row * 7) % 10], b: row % 3 === 0, i: (row * row) % 11, t: `t${row % 5}` }
      const text = row > 700 && row % 2 === 0 ? 'text' : row % 9
      return { ...base, id: `${row}`, config, summary: { loss: ((row * 37) % 101) / 8, text } } as never
    })
    const [n, b, i, t] = [column.config('n'), column.config('b'), column.config('i'), column.config('t')]
    const [loss, text] = [column.summary('loss'), column.summary('text')]
    const operands = [0, 1, 2.5, -3, 5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true, null]
    const filters = [n, i, text, b].flatMap((by) =>
      (['Eq', 'Gt', 'Gte', 'Lt', 'Lte'] as const).flatMap((_tag) =>
        operands.map((value) => ({ _tag, column: by, value })),
      ),
    )
    const aggregates = {
      runs: count(),
      losses: count(n),
      mean: mean(loss),
      most: max(n),
      median: median(loss),
      first: first(text),
    }
    const questions = filters.flatMap(
      (filter): ReadonlyArray<Relation<Run>> => [
        { filter, columns: { n, id: column.id }, limit: 500 },
        {
          filter: { _tag: 'Or', filters: [filter, { _tag: 'Eq', column: t, value: 't3' }] },
          groupBy: { b, text },
          aggregates,
        },
        { filter: { _tag: 'Not', filter }, order: [{ column: loss, direction: 'desc' }], groupBy: { n }, aggregates },
      ],
    )
    const tables = [runTable(many)]
    for (const question of questions) {
      const answer = answerOf(question, many)
      const isRight = answer !== undefined && isAnswer(rowsOf(answer), question, many)
      if (!isRight || !tables.every((table) => isSameTable(answer, answerOf(question, table))))
        expect(question).toBeUndefined()
    }
  })
})
