import * as E from 'fp-ts/lib/Either.js'
import { type RunChange, watchRuns } from '../../src/loader/index.ts'
import { runName } from '../../src/ops/index.ts'
import { escapeControl } from '../../src/types/wire/escapeControl.ts'
import type { Args } from '../arguments/Command.ts'
import { hasColors, paintState } from '../output/colors.ts'
import { loadFailed, usageError } from '../output/ExitError.ts'
import { exitCode } from '../output/exitCode.ts'
import type { Streams } from '../output/Streams.ts'
import { write } from '../output/write.ts'
import { formatOption } from '../table/formats.ts'
import { toJson } from '../text/toJson.ts'
import type { Source } from './source.ts'

const CLEAR_SCREEN = '\u001b[2J\u001b[H'

/** Changes of one look come one right after the other: the list is drawn once for all of them. */
const SETTLE_MS = 50

/** These change with every heartbeat. */
const quiet: ReadonlySet<string> = new Set(['heartbeatAt', 'computeSeconds'])

const everyOption = (args: Args): number | undefined => {
  const text = args.value('every')
  if (text === undefined) return undefined
  const seconds = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || seconds < 0.1)
    throw usageError(`--every must be a number of seconds >= 0.1, got "${text}".`)
  return seconds * 1000
}

const valueText = (value: unknown): string => (typeof value === 'string' ? value : toJson(value))

/** What a change is, in words; `undefined` for a heartbeat. */
const changeText = (change: RunChange, paint: (state: string) => string): string | undefined => {
  if (change._tag === 'Unreadable') return `A run could not be read: ${escapeControl(change.failure.expected)}.`
  const { run } = change
  const name = escapeControl(`${run.id} ${runName(run)}`)
  const state = paint(escapeControl(run.state ?? 'unknown'))
  switch (change._tag) {
    case 'Added':
      return `${name}: ${state}`
    case 'Gone':
      return `${name}: gone`
    case 'Changed': {
      const { before, fields } = change
      const texts = fields
        .filter((field) => !quiet.has(field))
        .map((field) =>
          field === 'state'
            ? `${escapeControl(before.state ?? 'unknown')} → ${state}`
            : `${field} ${escapeControl(valueText(run[field]))}`,
        )
      return texts.length === 0 ? undefined : `${name}: ${texts.join(', ')}`
    }
  }
}

/** A line per change, for a log or another program. */
const writeChanges = async (
  changes: AsyncIterable<RunChange>,
  args: Args,
  streams: Streams,
  now: () => Date,
): Promise<void> => {
  const isJson = formatOption(args) === 'jsonl' || formatOption(args) === 'json'
  const paint = hasColors(streams) ? paintState : (state: string): string => state
  for await (const change of changes) {
    const text = isJson ? toJson({ time: now(), ...change }) : changeText(change, paint)
    if (text !== undefined) await write(streams.stdout, `${isJson ? '' : `${now().toISOString()} `}${text}\n`)
  }
}

/** The list on a cleared screen, again after each change. */
const redraw = async (
  changes: AsyncIterable<RunChange>,
  streams: Streams,
  text: () => Promise<string>,
): Promise<void> => {
  let drawn: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let failure: unknown
  const draw = async (): Promise<void> => {
    try {
      await write(streams.stdout, `${CLEAR_SCREEN}${await text()}`)
    } catch (error) {
      failure ??= error
    }
  }
  const settle = (): void => {
    timer = undefined
    drawn = drawn.then(draw)
  }
  for await (const _ of changes) {
    if (failure !== undefined) break
    clearTimeout(timer)
    timer = setTimeout(settle, SETTLE_MS)
  }
  if (timer !== undefined) {
    clearTimeout(timer)
    settle()
  }
  await drawn
  if (failure !== undefined) throw failure
}

/**
 * Follows the runs of a project until all have ended: on a terminal by drawing the list again, elsewhere by a line for each
 * change.
 *
 * @param text - Loads and formats the list.
 */
export const watchList = async (
  { client, project }: Source,
  args: Args,
  streams: Streams,
  filters: Readonly<Record<string, unknown>> | undefined,
  text: () => Promise<string>,
  now: () => Date = () => new Date(),
): Promise<number> => {
  const every = everyOption(args)
  async function* changes(): AsyncGenerator<RunChange> {
    for await (const change of watchRuns({ project, filters, every })(client)) {
      if (E.isLeft(change)) throw loadFailed(change.left)
      yield change.right
    }
  }
  if (streams.stdout.isTTY && formatOption(args) === 'table') await redraw(changes(), streams, text)
  else await writeChanges(changes(), args, streams, now)
  return exitCode.ok
}
