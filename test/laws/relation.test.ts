import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { queryRelation } from 'wandb-run-ops/duckdb'
import { evaluateRelation, runTable } from 'wandb-run-ops/ops'
import { type Column, column, type Relation } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { isColumn } from '../../src/query/Column.ts'
import type { RunTable } from '../../src/query/RunTable.ts'
import { relation } from '../arbitraries/relation.ts'
import { hasSameTypes, isAnswer, rowsOf } from './closeAnswers.ts'
import { connectionWith } from './duckdbRuns.ts'
import { hostileRelations, hostileRuns } from './hostileFilters.ts'
import { numberRelation, numberRuns, wrongNumbers } from './hostileNumbers.ts'
import { caseCount } from './law.ts'
import { runLists, tame } from './sqlRuns.ts'

const SEED = 21

const lists = runLists(caseCount(20, 2), SEED).map((runs) => runs.map(tame))

const relationsFor = (list: number) => fc.sample(relation, { numRuns: caseCount(500, 50), seed: SEED + list })

/** The columns that a part of a relation reads. */
const columnsIn = (part: unknown): ReadonlyArray<Column<unknown, Run>> => {
  if (typeof part !== 'object' || part === null) return []
  if ('_tag' in part && isColumn(part) && !('value' in part)) return [part as Column<unknown, Run>]
  return Object.values(part).flatMap(columnsIn)
}

/** The runs as a table with the columns that a relation reads. */
const tableFor = (asked: Relation<Run>, runs: ReadonlyArray<Run>): RunTable =>
  runTable(runs, Object.fromEntries([column.id, ...columnsIn(asked)].map((one, index) => [`c${index}`, one])))

const orThrow = <A>(result: E.Either<unknown, A>): A => {
  if (E.isRight(result)) return result.right
  throw new Error(JSON.stringify(result.left))
}

describe('a relation', () => {
  it('has the same answer by records and by columns', () => {
    const wrong: Array<unknown> = []
    for (const [list, runs] of lists.entries())
      for (const asked of relationsFor(list)) {
        const byRecords = orThrow(evaluateRelation(asked)(runs))
        const byColumns = orThrow(evaluateRelation(asked)(tableFor(asked, runs)))
        const isRight =
          isAnswer(rowsOf(byRecords), asked, runs) &&
          isAnswer(rowsOf(byColumns), asked, runs) &&
          hasSameTypes(byRecords, byColumns, asked)
        if (!isRight) wrong.push({ asked, list, byRecords, byColumns })
      }
    expect(wrong.slice(0, 1)).toEqual([])
  }, 600_000)

  it('has the same answer in DuckDB', async () => {
    const wrong: Array<unknown> = []
    for (const [list, runs] of lists.entries()) {
      const connection = await connectionWith(runs)
      for (const asked of relationsFor(list)) {
        const said = await queryRelation(asked)(connection)()
        const ours = orThrow(evaluateRelation(asked)(runs))
        const isRight =
          E.isRight(said) && isAnswer(rowsOf(said.right), asked, runs) && hasSameTypes(said.right, ours, asked)
        if (!isRight) wrong.push({ asked, said, ours, list })
      }
    }
    expect(wrong.slice(0, 1)).toEqual([])
  }, 600_000)

  it('has the same aggregates of numbers that overflow or vanish in DuckDB', async () => {
    const connection = await connectionWith(numberRuns)
    const said = await queryRelation(numberRelation)(connection)()
    expect(E.isLeft(said) ? said.left : wrongNumbers(rowsOf(said.right))).toEqual([])
  })

  it('has the same answer over hostile values in DuckDB, by records and by columns', async () => {
    const connection = await connectionWith(hostileRuns)
    const wrong: Array<unknown> = []
    for (const asked of hostileRelations) {
      const byRecords = orThrow(evaluateRelation(asked)(hostileRuns))
      const answers = [
        byRecords,
        orThrow(evaluateRelation(asked)(tableFor(asked, hostileRuns))),
        orThrow(await queryRelation(asked)(connection)()),
      ]
      const isRight = (answer: RunTable): boolean =>
        isAnswer(rowsOf(answer), asked, hostileRuns) && hasSameTypes(answer, byRecords, asked)
      wrong.push(...answers.flatMap((answer, index) => (isRight(answer) ? [] : [{ asked, index, answer }])))
    }
    expect(wrong.slice(0, 1)).toEqual([])
  }, 120_000)
})
