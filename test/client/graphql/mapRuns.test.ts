import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { isCausedByRun, isPerRunError, mapRuns } from '../../../src/client/graphql/mapRuns.ts'
import { type LoadError, type LoadErrorReason, loadError } from '../../../src/client/LoadError.ts'
import { leftOf, rightOf } from '../../loader/servers/either.ts'

const of = (
  _tag: 'Aborted' | 'Forbidden' | 'InvalidClient' | 'NetworkFailed' | 'NoCredentials' | 'RateLimited' | 'TimedOut',
): LoadError => loadError({ _tag, host: 'a', detail: '', seconds: 1, retryAfterSeconds: undefined } as LoadErrorReason)

/** Maps the numbers from 0 on, with the errors of some; returns the tags of the results, and what was asked for. */
const mapped = async (count: number, errorOf: (run: number) => LoadError | undefined) => {
  const asked: Array<number> = []
  const results = await mapRuns(
    Array.from({ length: count }, (_, run) => run),
    2,
    async (run) => {
      asked.push(run)
      const error = errorOf(run)
      return error === undefined ? E.right(run) : E.left(error)
    },
    undefined,
  )
  return { results: E.map((all: typeof results extends E.Either<unknown, infer A> ? A : never) => all)(results), asked }
}

const tags = (results: ReadonlyArray<E.Either<LoadError, number>>) =>
  results.map((one) => (E.isLeft(one) ? one.left._tag : one.right))

describe('mapRuns', () => {
  test.each(['Forbidden', 'NetworkFailed', 'RateLimited', 'TimedOut'] as const)(
    'keeps %s of one run, and the results of the others',
    async (tag) => {
      const { results } = await mapped(4, (run) => (run === 1 ? of(tag) : undefined))
      expect(tags(rightOf(results))).toEqual([0, tag, 2, 3])
    },
  )

  test.each(['Aborted', 'InvalidClient'] as const)('ends at %s', async (tag) => {
    const { results } = await mapped(100, (run) => (run === 1 ? of(tag) : undefined))
    expect(leftOf(results)._tag).toBe(tag)
  })

  test('is the error where every run meets one of the account, and none where one run is all', async () => {
    expect(leftOf((await mapped(3, () => of('Forbidden'))).results)._tag).toBe('Forbidden')
    expect(tags(rightOf((await mapped(1, () => of('Forbidden'))).results))).toEqual(['Forbidden'])
    expect(tags(rightOf((await mapped(2, () => of('TimedOut'))).results))).toEqual(['TimedOut', 'TimedOut'])
  })

  test('asks for nothing else after eight lasting errors in a row', async () => {
    const { results, asked } = await mapped(50, (run) => (run === 0 ? undefined : of('RateLimited')))
    expect(tags(rightOf(results))).toEqual([0, ...new Array(49).fill('RateLimited')])
    expect(asked.length).toBeLessThan(12)
    const mixed = await mapped(50, (run) => (run % 3 === 0 ? undefined : of('RateLimited')))
    expect(mixed.asked.length).toBe(50)
  })

  test('is nothing for no runs', async () => {
    expect(rightOf((await mapped(0, () => undefined)).results)).toEqual([])
  })
})

test('an error may concern one run, and may be caused by one', () => {
  expect((['Aborted', 'InvalidClient'] as const).map((tag) => isPerRunError(of(tag)))).toEqual([false, false])
  expect(
    (['Forbidden', 'NoCredentials', 'RateLimited', 'TimedOut'] as const).map((tag) => isPerRunError(of(tag))),
  ).toEqual([true, true, true, true])
  expect((['Forbidden', 'NetworkFailed', 'TimedOut'] as const).map((tag) => isCausedByRun(of(tag)))).toEqual([
    false,
    false,
    true,
  ])
})
