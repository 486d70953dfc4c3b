import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { evaluateRelation, fromSqlRows, matches, ordOf } from 'wandb-run-ops/ops'
import {
  type Filter,
  type Order,
  type Relation,
  type RunTable,
  type Sql,
  toSql,
  toSqlOrder,
  toSqlSelect,
} from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { filter, order } from '../arbitraries/query.ts'
import { relation } from '../arbitraries/relation.ts'
import { hasSameTypes, isAnswer, rowsOf } from '../laws/closeAnswers.ts'
import { hostileFilters, hostileOrders, hostileRelations, hostileRuns } from '../laws/hostileFilters.ts'
import { numberRelation, numberRuns, wrongNumbers } from '../laws/hostileNumbers.ts'
import { caseCount } from '../laws/law.ts'
import { runLists, tame } from '../laws/sqlRuns.ts'
import { type ClickHouse, fillRuns, startClickHouse } from './clickhouse.ts'
import type { Tally } from './tally.ts'
import { installedPython } from './venv.ts'

const SEED = 11
const LISTS = caseCount(20, 2)
const FILTERS = caseCount(500, 50)
const ORDERS = caseCount(60, 20)
const RELATIONS = caseCount(500, 50)

/** SQL whose parameters have other names than those of other SQL in the same query. */
const renamed = ({ text, parameters }: Sql, mark: number): Sql => ({
  text: text.replace(/\{p(\d+):/g, (_, digits: string) => `{q${mark}_${digits}:`),
  parameters: Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [`q${mark}_${name.slice(1)}`, value]),
  ),
})

type Wrong = ReadonlyArray<unknown>

const filtersWrong = async (
  { ask }: ClickHouse,
  runs: ReadonlyArray<Run>,
  filters: ReadonlyArray<Filter<Run>>,
): Promise<Wrong> => {
  const wrong: Array<unknown> = []
  for (let start = 0; start < filters.length; start += 25) {
    const chunk = filters.slice(start, start + 25)
    const said = chunk.map((one, at) =>
      renamed(E.getOrElseW(() => ({ text: 'NULL', parameters: {} }))(toSql(one, 'clickhouse')), at),
    )
    const answer = await ask({
      text: `SELECT ${said.map(({ text }) => `groupArray(ifNull(toInt8(${text}), 2))`).join(', ')} FROM (SELECT * FROM runs ORDER BY position)`,
      parameters: Object.assign({}, ...said.map(({ parameters }) => parameters)),
    })
    chunk.forEach((one, at) => {
      const theirs = typeof answer === 'string' ? answer : String(answer[0]?.[at])
      if (theirs !== runs.map((run) => Number(matches(run, one))).join()) wrong.push({ one, sql: said[at], theirs })
    })
  }
  return wrong
}

const ordersWrong = async (
  { ask }: ClickHouse,
  runs: ReadonlyArray<Run>,
  orders: ReadonlyArray<Order<Run>>,
): Promise<Wrong> => {
  const wrong: Array<unknown> = []
  for (const by of orders) {
    const sql = toSqlOrder(by, 'clickhouse')
    if (E.isLeft(sql)) {
      wrong.push(sql.left)
      continue
    }
    const { text, parameters } = sql.right
    const answer = await ask({ text: `SELECT position FROM runs ORDER BY ${text}`, parameters })
    const { compare } = ordOf(by)
    const ours = runs.map((_, place) => place).sort((a, b) => compare(runs[a] as Run, runs[b] as Run))
    if (String(answer) !== ours.join()) wrong.push({ by, text, ours: ours.join(), theirs: String(answer) })
  }
  return wrong
}

/** The answer to a relation, or what was wrong. */
const ask = async (engine: ClickHouse, asked: Relation<Run>): Promise<RunTable | string> => {
  const sql = toSqlSelect(asked, 'clickhouse')
  const answer = E.isLeft(sql) ? `${sql.left.field} ${sql.left.reason}` : await engine.ask(sql.right)
  return typeof answer === 'string' ? answer : fromSqlRows(asked)(answer)
}

const relationsWrong = async (
  engine: ClickHouse,
  runs: ReadonlyArray<Run>,
  relations: ReadonlyArray<Relation<Run>>,
): Promise<Wrong> => {
  const wrong: Array<unknown> = []
  // All are asked at once, so that ClickHouse goes on while answers are compared.
  const answers = relations.map((asked) => ask(engine, asked))
  for (const [index, asked] of relations.entries()) {
    const answer = await (answers[index] as Promise<RunTable | string>)
    const ours = evaluateRelation(asked)(runs)
    const isRight =
      typeof answer !== 'string' &&
      E.isRight(ours) &&
      isAnswer(rowsOf(answer), asked, runs) &&
      hasSameTypes(answer, ours.right, asked)
    if (!isRight) wrong.push({ asked, answer, ours, sql: toSqlSelect(asked, 'clickhouse') })
  }
  return wrong
}

/** What the SQL for ClickHouse means in ClickHouse itself. */
export const clickhouseSql = async (tally: Tally): Promise<void> => {
  const engine = startClickHouse(installedPython('clickhouse'))
  try {
    for (const [index, some] of runLists(LISTS, SEED).entries()) {
      const runs = some.map(tame)
      await fillRuns(engine, runs)
      const seed = SEED + index
      const filters = await filtersWrong(engine, runs, fc.sample(filter, { numRuns: FILTERS, seed }))
      tally.holds(`ClickHouse: ${FILTERS} filters leave the same runs (${index})`, filters.length === 0, filters[0])
      const orders = await ordersWrong(engine, runs, fc.sample(order, { numRuns: ORDERS, seed }))
      tally.holds(`ClickHouse: ${ORDERS} orders sort alike (${index})`, orders.length === 0, orders[0])
      const relations = await relationsWrong(engine, runs, fc.sample(relation, { numRuns: RELATIONS, seed }))
      tally.holds(
        `ClickHouse: ${RELATIONS} relations have the same answer (${index})`,
        relations.length === 0,
        relations[0],
      )
    }
    await fillRuns(engine, hostileRuns)
    const filters = await filtersWrong(engine, hostileRuns, hostileFilters)
    tally.holds('ClickHouse: hostile values meet every comparison alike', filters.length === 0, filters[0])
    const orders = await ordersWrong(engine, hostileRuns, hostileOrders)
    tally.holds('ClickHouse: hostile values sort alike', orders.length === 0, orders[0])
    const relations = await relationsWrong(engine, hostileRuns, hostileRelations)
    tally.holds('ClickHouse: relations over hostile values have the same answer', relations.length === 0, relations[0])
    await fillRuns(engine, numberRuns)
    const numbers = await ask(engine, numberRelation)
    const wrong = typeof numbers === 'string' ? [numbers] : wrongNumbers(rowsOf(numbers))
    tally.holds('ClickHouse: numbers that overflow or vanish have the same aggregates', wrong.length === 0, wrong[0])
  } finally {
    engine.close()
  }
}
