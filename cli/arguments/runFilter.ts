import * as E from 'fp-ts/lib/Either.js'
import { between, column, timeRange, toMongo } from '../../src/query/index.ts'
import { usageError } from '../output/ExitError.ts'
import type { Args } from './Command.ts'
import { filterOption } from './optionValues.ts'

const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

const createdFilter = (words: string, zone: string): Readonly<Record<string, unknown>> => {
  try {
    const filter = toMongo(between(column.createdAt, timeRange(words, { now: new Date(), zone })))
    if (E.isRight(filter)) return filter.right
    throw usageError(`Invalid --created: ${filter.left.reason}.`)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const text = error.message.replace('The words of timeRange', '--created').replace('zone of timeRange', '--zone')
    throw usageError(text)
  }
}

/**
 * Reads the options that select runs: `--filter`, `--state`, `--created` and `--zone`. What they say together holds for
 * the selected runs; `undefined` if none is given.
 */
export const runFilter = (args: Args): Readonly<Record<string, unknown>> | undefined => {
  const states = args
    .values('state')
    .flatMap((text) => text.split(','))
    .filter((state) => state !== '')
  const created = args.value('created')
  const zone = args.value('zone')
  if (args.has('state') && states.length === 0)
    throw usageError('--state must name at least one state, such as crashed.')
  if (zone !== undefined && created === undefined) throw usageError('--zone is the time zone of --created: add that.')
  const given = filterOption(args)
  const all = [
    ...(given === undefined ? [] : [given]),
    ...(states.length === 0 ? [] : [{ state: { $in: states } }]),
    ...(created === undefined ? [] : [createdFilter(created, zone ?? localZone())]),
  ]
  return all.length > 1 ? { $and: all } : all[0]
}
