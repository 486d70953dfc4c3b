import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { queryRelation } from 'wandb-run-ops/duckdb'
import { relation } from '../arbitraries/relation.ts'
import { isAnswer, rowsOf } from './closeAnswers.ts'
import { connectionWith } from './duckdbRuns.ts'
import { numberRelation, numberRuns, wrongNumbers } from './hostileNumbers.ts'
import { caseCount } from './law.ts'
import { runLists, tame } from './sqlRuns.ts'

const SEED = 21

const lists = runLists(caseCount(20, 2), SEED).map((runs) => runs.map(tame))

const relationsFor = (list: number) => fc.sample(relation, { numRuns: caseCount(500, 50), seed: SEED + list })

describe('a relation', () => {
  it('has the same answer in DuckDB', async () => {
    const wrong: Array<unknown> = []
    for (const [list, runs] of lists.entries()) {
      const connection = await connectionWith(runs)
      for (const asked of relationsFor(list)) {
        const said = await queryRelation(asked)(connection)()
        if (E.isLeft(said) || !isAnswer(rowsOf(said.right), asked, runs)) wrong.push({ asked, said, list })
      }
    }
    expect(wrong.slice(0, 1)).toEqual([])
  }, 600_000)

  it('has the same aggregates of numbers that overflow or vanish in DuckDB', async () => {
    const connection = await connectionWith(numberRuns)
    const said = await queryRelation(numberRelation)(connection)()
    expect(E.isLeft(said) ? said.left : wrongNumbers(rowsOf(said.right))).toEqual([])
  })
})
