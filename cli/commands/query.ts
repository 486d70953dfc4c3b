import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { EvaluationFailure, SyntaxFailure, TypeFailure } from '../../src/expression/index.ts'
import { explain, parse, runExpression, showType } from '../../src/expression/index.ts'
import { withoutProject } from '../../src/expression/internal/plan/namedProject.ts'
import { checked } from '../../src/expression/internal/plan/typed.ts'
import type { Command, Given } from '../arguments/Command.ts'
import { helpOptions, projectOptions, tableOptions } from '../arguments/common.ts'
import { onePositional } from '../arguments/positionals.ts'
import { limitOf } from '../arguments/wholeNumber.ts'
import { exit } from '../exit.ts'
import { json } from '../json.ts'
import { marked } from '../marked.ts'
import { complain } from '../output/complain.ts'
import { progressBar } from '../output/progressBar.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'
import { notLoaded, Stop } from '../Stop.ts'
import { withSource } from '../source.ts'
import { roomOf } from '../table/roomOf.ts'
import { valueText } from '../table/valueText.ts'

/** How many rows a table shows where nobody says. */
const SHOWN = 50

const wrong = (text: string, { message, hint, start, end }: EvaluationFailure | SyntaxFailure | TypeFailure): Stop =>
  new Stop(`${message}${hint === undefined ? '' : ` ${hint}`}\n${marked(text, start, end)}`)

/** An expression that is wrong is wrong without a server, a key or a project, too. */
const checkText = (text: string): void => {
  const type = pipe(
    parse(text),
    E.flatMap(withoutProject),
    E.flatMap(({ expression }) => checked(expression)),
  )
  if (E.isLeft(type)) throw wrong(text, type.left)
}

const ask = async (given: Given, streams: Streams): Promise<number> => {
  const text = onePositional(given, `Which expression? Write query 'runs.summary["accuracy"].max'.`)
  const room = roomOf(given, streams)
  const limit = limitOf(given) ?? SHOWN
  checkText(text)
  if (given.has('explain')) {
    await write(streams.stdout, `${explain(text)}\n`)
    return exit.ok
  }
  const bar = progressBar(streams, 'runs')
  const { result, project } = await withSource(given, streams, async (source) => {
    const onProgress = ({ loaded, total }: { readonly loaded: number; readonly total: number | undefined }): void =>
      bar.follow(loaded, total)
    const ran = await runExpression({ text, project: source.project, onProgress })(source.client)()
    bar.stop()
    if (E.isRight(ran)) return { result: ran.right, project: source.project }
    throw 'start' in ran.left ? wrong(text, ran.left) : notLoaded(ran.left)
  })
  const { value, type, plan, requests, runs, failures, complete } = result
  await write(
    streams.stdout,
    given.has('json')
      ? `${json({ value, type: showType(type), runs, requests, complete, failures, project: plan.project ?? project })}\n`
      : valueText(value, limit, room),
  )
  return complain(streams, { failures, skipped: 0, complete })
}

/** Asks an expression of W&B's query panels. */
export const query: Command = {
  name: 'query',
  summary: "Ask an expression of W&B's query panels, over the runs of a project.",
  usage: '<expression> [options]',
  options: {
    explain: { type: 'boolean', help: 'Say what would be asked of the server, and ask nothing.' },
    limit: { type: 'string', short: 'n', value: 'number', help: `How many rows a table shows; ${SHOWN}, or all.` },
    ...projectOptions,
    ...tableOptions,
    ...helpOptions,
  },
  examples: [
    `query 'runs.summary["accuracy"].max' --project team/vision`,
    `query 'runs.filter((row) => row.config["lr"] > 0.01).name' --project team/vision --json`,
    `query 'runs.summary["accuracy"].avg' --sandbox`,
  ],
  run: ask,
}
