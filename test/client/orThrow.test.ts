import { inspect } from 'node:util'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, test } from 'vitest'
import {
  countRuns,
  type LoadFailure,
  loadError,
  loadRun,
  loadRuns,
  makeClient,
  orThrow,
  runPages,
} from 'wandb-run-ops/loader'

const error = loadError({ _tag: 'NotFound', what: 'run', path: 'team/vision/a' })

const thrown = (): Promise<LoadFailure> =>
  orThrow(TE.left(error)).then(
    () => {
      throw new Error('nothing was thrown')
    },
    (failure: LoadFailure) => failure,
  )

describe('orThrow', () => {
  test('returns the value', async () => {
    expect(await orThrow(TE.right(7))).toBe(7)
  })

  test('rejects with an Error that has the tag, the message, and the error as data', async () => {
    const failure = await thrown()
    expect(failure).toBeInstanceOf(Error)
    expect([failure.name, failure.message, failure.cause]).toEqual(['NotFound', error.message, error])
  })

  test('prints what happened, and where', async () => {
    expect(inspect(await thrown())).toMatch(/NotFound.*Could not find run "team\/vision\/a"[\s\S]*orThrow\.test\.ts/)
  })

  test('runs the load once', async () => {
    let runs = 0
    await orThrow(async () => {
      runs += 1
      return { _tag: 'Right', right: runs }
    })
    expect(runs).toBe(1)
  })

  test.each([
    ['loadRuns', loadRuns('team/vision')],
    ['countRuns', countRuns({ project: 'team/vision' })],
    ['loadRun', loadRun('team/vision/a')],
  ])('says that %s lacks a client', async (_, load) => {
    await expect(orThrow(load as never)).rejects.toThrow(
      new TypeError('The load has no client: pass one, as in orThrow(loadRuns(query)(client)).'),
    )
  })

  test('says that it got no load', async () => {
    const client = makeClient({ fetch: async () => Response.error(), maxRetries: 0 })
    for (const [other, type] of [
      [runPages('team/vision')(client), 'object'],
      [loadRuns('team/vision')(client)(), 'object'],
      [undefined, 'undefined'],
    ])
      await expect(orThrow(other as never)).rejects.toThrow(
        new TypeError(`Expected a load such as loadRuns(query)(client), got ${type}.`),
      )
  })
})
