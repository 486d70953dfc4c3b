// A consumer with engines, in TypeScript.
import type { Table } from 'apache-arrow'
import * as aq from 'arquero'
import { historyToArquero, registerArqueroOperations, toArquero } from 'wandb-run-ops/arquero'
import { historyFromArrow, historyToArrow, runsToArrow } from 'wandb-run-ops/arrow'
import * as duckdb from 'wandb-run-ops/duckdb'
import { column } from 'wandb-run-ops/query'
import type { History, Run, RunWith } from 'wandb-run-ops/types'
import { expressionFunctions } from 'wandb-run-ops/vega'

const columns = { name: column.name, loss: column.summary('loss') }

export const ofRuns = (runs: ReadonlyArray<Run>): Table => runsToArrow(columns)(runs)
export const there = (history: History): Table => historyToArrow(history)
export const back = (table: Table): History => historyFromArrow(table)
export const inArquero = (runs: ReadonlyArray<Run>): ReadonlyArray<object> => toArquero(columns)(runs).objects()
export const ofHistory = (history: History): number => historyToArquero(history).numRows()
export const names: ReadonlyArray<string> = registerArqueroOperations(aq)
export const known: ReadonlyArray<string> = Object.keys(expressionFunctions)
export const bridges: object = duckdb

// @ts-expect-error TS2345: the summary was not loaded
export const notLoaded = (runs: ReadonlyArray<RunWith<'config'>>): Table => runsToArrow(columns)(runs)
