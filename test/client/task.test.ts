import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { expect, expectTypeOf, test } from 'vitest'
import { fail, task, unwrap } from '../../src/client/task.ts'

const succeed =
  <A>(value: A): TaskEither<never, A> =>
  async () =>
    E.right(value)

test('unwraps eithers, promises of eithers and tasks', async () => {
  const sum = task(async function* () {
    const one = yield* unwrap(E.right(1))
    const two = yield* unwrap(Promise.resolve(E.right(2)))
    const three = yield* unwrap(succeed(3))
    return one + two + three
  })
  expect(await sum()).toEqual(E.right(6))
})

test('ends at the first failure, runs finally blocks, and goes no further', async () => {
  const steps: string[] = []
  const failing = task(async function* () {
    try {
      steps.push('before')
      yield* unwrap(E.left('no'))
      steps.push('after')
    } finally {
      steps.push('finally')
    }
  })
  expect(await failing()).toEqual(E.left('no'))
  expect(steps).toEqual(['before', 'finally'])
})

test('starts anew at each call, and only when it is called', async () => {
  let calls = 0
  const counting = task(async function* () {
    calls += 1
    return yield* unwrap(E.right(calls))
  })
  expect(calls).toBe(0)
  expect([await counting(), await counting()]).toEqual([E.right(1), E.right(2)])
})

test('an exception stays an exception', async () => {
  const throwing = task(async function* () {
    yield* unwrap(E.right(1))
    throw new Error('a bug')
  })
  await expect(throwing()).rejects.toThrow('a bug')
})

test('the type unites the failures', () => {
  const both = task(async function* () {
    yield* unwrap(E.left('text') as E.Either<string, number>)
    return yield* unwrap(E.left(1) as E.Either<number, Date>)
  })
  expectTypeOf(both).toEqualTypeOf<TaskEither<string | number, Date>>()
})

test('fail ends the task with a failure', async () => {
  const checked = (n: number) =>
    task(async function* () {
      if (n < 0) return yield* fail('negative')
      return n
    })
  expect(await checked(1)()).toEqual(E.right(1))
  expect(await checked(-1)()).toEqual(E.left('negative'))
  expectTypeOf(checked(1)).toEqualTypeOf<TaskEither<string, number>>()
})
