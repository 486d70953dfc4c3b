import * as E from 'fp-ts/lib/Either.js'
import {
  checkRunExpression,
  type EvaluationFailure,
  type ExpressionResult,
  explain,
  runExpression,
  type SyntaxFailure,
  showType,
  type TypeFailure,
} from '../../src/expression/index.ts'
import { tableRows } from '../../src/ops/table/tableRows.ts'
import { escapeControl, escapeLines } from '../../src/types/wire/escapeControl.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { limitOption } from '../arguments/optionValues.ts'
import { onePositional } from '../arguments/positionals.ts'
import { projectOptions } from '../arguments/sharedOptions.ts'
import { NEWEST_FIRST } from '../columns/readOrder.ts'
import { reportUnknownHistories, reportUnknownKeys } from '../hints/unknownKeys.ts'
import { type Source, withSource } from '../load/source.ts'
import { ExitError, loadFailed } from '../output/ExitError.ts'
import { exitCode } from '../output/exitCode.ts'
import { progressBar } from '../output/progressBar.ts'
import { reportProblems } from '../output/reportProblems.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'
import { groupedExpression, ungroup } from '../query/groupKeys.ts'
import { type GroupKeys, valueElements, valueTable } from '../query/valueTable.ts'
import { formatOption, formatOptions } from '../table/formats.ts'
import { type TableResult, tableWidth, writeTable } from '../table/writeTable.ts'
import { pluralize } from '../text/pluralize.ts'
import { toJson } from '../text/toJson.ts'
import { underline } from '../text/underline.ts'

/** The default number of rows in a table. */
const DEFAULT_LIMIT = 50

const expressionError = (
  text: string,
  { message, hint, start, end }: EvaluationFailure | SyntaxFailure | TypeFailure,
): ExitError => new ExitError(`${message}${hint === undefined ? '' : ` ${hint}`}\n${underline(text, start, end)}`)

/** Checks the expression first, so that a mistake is reported without a server, a key or a project. */
const checkExpression = (text: string): void => {
  const type = checkRunExpression(text)
  if (E.isLeft(type)) throw expressionError(text, type.left)
}

/** A single value on its own: numbers keep all digits, strings their line breaks. */
const singleText = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return value.split('\n').map(escapeControl).join('\n')
  return typeof value === 'number' ? `${value}` : escapeControl(toJson(value))
}

/** What an expression gave, with the keys of groups if it is one over groups. */
interface Answer extends Omit<ExpressionResult, 'type'> {
  readonly type: string
  readonly groups: GroupKeys | undefined
}

const evaluateText = async (source: Source, streams: Streams, text: string): Promise<Answer> => {
  const bar = progressBar(streams, 'runs')
  const onProgress = ({ loaded, total }: { readonly loaded: number; readonly total: number | undefined }): void =>
    bar.update(loaded, total)
  const run = async (asked: string) => {
    const query = { text: asked, project: source.project, order: NEWEST_FIRST, onProgress }
    const ran = await runExpression(query)(source.client)()
    bar.stop()
    return ran
  }
  const runAlone = async (): Promise<ExpressionResult> => {
    const ran = await run(text)
    if (E.isRight(ran)) return ran.right
    throw 'start' in ran.left ? expressionError(text, ran.left) : loadFailed(ran.left)
  }
  const type = checkRunExpression(text)
  const typeText = E.isRight(type) ? showType(type.right) : 'any'
  const grouped = groupedExpression(text)
  const ran = grouped === undefined ? undefined : await run(grouped.text)
  // A position in the expression with the keys is none in the one that was written.
  if (grouped === undefined || ran === undefined || E.isLeft(ran))
    return { ...(await runAlone()), type: typeText, groups: undefined }
  const { keys, value } = ungroup(ran.right.value)
  return { ...ran.right, value, type: typeText, groups: keys && { names: grouped.names, keys } }
}

const isEmpty = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.every((element) => element === null))

/** The keys that an expression reads, as columns are called. */
const keysRead = ({ plan }: Answer): ReadonlyArray<string> => [
  ...(plan.keys.config ?? []).map((key) => `config.${key}`),
  ...(plan.keys.summary ?? []).map((key) => `summary.${key}`),
]

const reportEmpty = (source: Source, streams: Streams, answer: Answer): Promise<void> => {
  const { historyKeys = [], project = source.project } = answer.plan
  return historyKeys.length > 0
    ? reportUnknownHistories(source, streams, historyKeys, project)
    : reportUnknownKeys(source, streams, keysRead(answer), project)
}

const resultOf = (answer: Answer, limit: number, project: string | undefined): TableResult => {
  const { value, type, plan, requests, runs, failures, complete, groups } = answer
  const elements = valueElements(value)
  const table = valueTable((elements ?? [value]).slice(0, limit), groups)
  const { length = 1 } = elements ?? {}
  const rows = groups === undefined ? {} : { rows: tableRows(valueTable(elements ?? [], groups)) }
  return {
    table,
    summary:
      table.length < length
        ? `${table.length.toLocaleString('en-US')} of ${pluralize(length, 'row')}. Use --limit all to show all.`
        : `${pluralize(length, 'row')}.`,
    document: () => ({
      value,
      ...rows,
      type,
      runs,
      requests,
      complete,
      failures,
      project: plan.project ?? project,
    }),
    ...(groups === undefined && elements !== undefined ? { lines: elements.slice(0, limit) } : {}),
  }
}

const runQuery = async (args: Args, streams: Streams): Promise<number> => {
  const text = onePositional(args, `Missing the expression: write query 'runs.summary["accuracy"].max'.`)
  const format = formatOption(args)
  tableWidth(args, streams)
  const isForScreen = format === 'table' || format === 'markdown'
  const limit = limitOption(args) ?? (isForScreen ? DEFAULT_LIMIT : Number.POSITIVE_INFINITY)
  checkExpression(text)
  if (args.has('explain')) {
    await write(streams.stdout, `${escapeLines(explain(text))}\n`)
    return exitCode.ok
  }
  return withSource(args, streams, async (source) => {
    const answer = await evaluateText(source, streams, text)
    if (format === 'table' && valueElements(answer.value) === undefined)
      await write(streams.stdout, `${singleText(answer.value)}\n`)
    else await writeTable(resultOf(answer, limit, source.project), args, streams)
    if (answer.runs > 0 && isEmpty(answer.value)) await reportEmpty(source, streams, answer)
    const { failures, complete } = answer
    return reportProblems(streams, { failures, skipped: 0, complete })
  })
}

/** Evaluates a query-panel expression. */
export const queryCommand: Command = {
  name: 'query',
  group: 'Runs',
  summary: 'Evaluate a W&B query-panel expression over the runs of a project.',
  usage: '<expression> [options]',
  options: {
    explain: { type: 'boolean', help: 'Print the query plan without sending a request.' },
    limit: {
      type: 'string',
      short: 'n',
      value: 'number',
      help: `The maximum number of rows, or all; defaults to ${DEFAULT_LIMIT} in a table and in Markdown, else to all.`,
    },
    ...projectOptions,
    ...formatOptions,
  },
  examples: [
    `query 'runs.summary["accuracy"].max' --project team/vision`,
    `query 'runs.filter((row) => row.config["lr"] > 0.01).name' --project team/vision --json`,
    `query 'runs.groupby((row) => row.config["optimizer"]).map((g) => g.summary["accuracy"].avg)' --format markdown`,
    `query 'runs.summary["accuracy"].avg' --sandbox`,
  ],
  run: runQuery,
}
