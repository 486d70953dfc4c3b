import * as E from 'fp-ts/lib/Either.js'
import {
  checkRunExpression,
  type EvaluationFailure,
  explain,
  runExpression,
  type SyntaxFailure,
  showType,
  type TypeFailure,
} from '../../src/expression/index.ts'
import { escapeLines } from '../../src/types/wire/escapeControl.ts'
import type { Args, Command } from '../arguments/Command.ts'
import { limitOption } from '../arguments/optionValues.ts'
import { onePositional } from '../arguments/positionals.ts'
import { projectOptions, tableOptions } from '../arguments/sharedOptions.ts'
import { withSource } from '../load/source.ts'
import { ExitError, loadFailed } from '../output/ExitError.ts'
import { exitCode } from '../output/exitCode.ts'
import { progressBar } from '../output/progressBar.ts'
import { reportProblems } from '../output/reportProblems.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'
import { tableWidth } from '../table/rowsTable.ts'
import { valueText } from '../table/valueText.ts'
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

const runQuery = async (args: Args, streams: Streams): Promise<number> => {
  const text = onePositional(args, `Missing the expression: write query 'runs.summary["accuracy"].max'.`)
  const maxWidth = tableWidth(args, streams)
  const limit = limitOption(args) ?? DEFAULT_LIMIT
  checkExpression(text)
  if (args.has('explain')) {
    await write(streams.stdout, `${escapeLines(explain(text))}\n`)
    return exitCode.ok
  }
  const bar = progressBar(streams, 'runs')
  const { result, project } = await withSource(args, streams, async (source) => {
    const onProgress = ({ loaded, total }: { readonly loaded: number; readonly total: number | undefined }): void =>
      bar.update(loaded, total)
    const ran = await runExpression({ text, project: source.project, onProgress })(source.client)()
    bar.stop()
    if (E.isRight(ran)) return { result: ran.right, project: source.project }
    throw 'start' in ran.left ? expressionError(text, ran.left) : loadFailed(ran.left)
  })
  const { value, type, plan, requests, runs, failures, complete } = result
  await write(
    streams.stdout,
    args.has('json')
      ? `${toJson({ value, type: showType(type), runs, requests, complete, failures, project: plan.project ?? project })}\n`
      : valueText(value, limit, maxWidth),
  )
  return reportProblems(streams, { failures, skipped: 0, complete })
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
      help: `The maximum number of rows in a table, or all; defaults to ${DEFAULT_LIMIT}.`,
    },
    ...projectOptions,
    ...tableOptions,
  },
  examples: [
    `query 'runs.summary["accuracy"].max' --project team/vision`,
    `query 'runs.filter((row) => row.config["lr"] > 0.01).name' --project team/vision --json`,
    `query 'runs.summary["accuracy"].avg' --sandbox`,
  ],
  run: runQuery,
}
