import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { invalidOption } from '../../src/client/errors.ts'
import { callback, positiveInteger } from '../../src/client/optionChecks.ts'
import { type QueryShape, queryTask, readOptions } from '../../src/client/queryTask.ts'
import { unwrap } from '../../src/client/task.ts'
import { failsWith, rightOf } from '../loader/servers/either.ts'

interface Query {
  readonly run?: unknown
  readonly limit?: number | undefined
  readonly onProgress?: ((loaded: number) => void) | undefined
}

const shape: QueryShape<Query> = {
  subject: 'run',
  options: { run: true, limit: positiveInteger, onProgress: callback },
  reference: (record) => (typeof record['id'] === 'string' ? record['id'] : undefined),
}

const read = (given: unknown) => readOptions<Query>(shape, given)

describe('readOptions', () => {
  test('takes a path, a record, a query or nothing', async () => {
    expect(rightOf(await read('a1'))).toEqual({ run: 'a1' })
    expect(rightOf(await read({ id: 'a1', name: 'x' }))).toEqual({ run: 'a1' })
    expect(rightOf(await read({ run: { id: 'a1' }, limit: 5 }))).toEqual({ run: { id: 'a1' }, limit: 5 })
    expect(rightOf(await read(undefined))).toEqual({})
  })

  test('takes inherited options, which an object of defaults has', async () => {
    expect(rightOf(await read(Object.create({ limit: 5 })))).toEqual({ limit: 5 })
    expect(failsWith('InvalidQuery', await read(Object.create({ limits: 5 }))).field).toBe('limits')
  })

  test('does not change the query', async () => {
    const query = Object.freeze({ limit: 5, onProgress: () => {} })
    expect(rightOf(await read(query))).not.toBe(query)
  })

  test.each([null, 5, true, [], ['a1'], () => {}, Symbol('x'), 1n])('refuses %s', async (given) => {
    expect(failsWith('InvalidQuery', await read(given)).message).toBe(
      'Invalid query: run must be a path, a record or a query.',
    )
  })
})

describe('queryTask', () => {
  const progress = (onProgress: () => void) =>
    queryTask(undefined, shape, { run: 'a1', onProgress }, async function* (query: Query) {
      query.onProgress?.(1)
      return yield* unwrap(E.right('done'))
    })()

  test('is the value of its body', async () => {
    expect(await progress(() => {})).toEqual(E.right('done'))
  })

  test.each([
    [new Error('no bar'), 'no bar'],
    ['text', 'text'],
    [undefined, 'undefined'],
    [{ toString: 5 }, 'unknown'],
    [Object.create(null), 'unknown'],
  ])('turns what a callback throws into a failure: %o', async (thrown, detail) => {
    const failed = await progress(() => {
      throw thrown
    })
    expect(failsWith('InvalidQuery', failed).message).toBe(`Invalid query: onProgress threw an error: ${detail}.`)
  })

  test('replaces the API key that was given as an option, or in one', async () => {
    const client = { redact: (text: string) => text.replaceAll('my-key', '[key]') }
    const given = [{ 'my-key': 1 }, { run: 'a', onProgress: 'my-key' }]
    for (const query of given) {
      const failed = await queryTask(client, shape, query, async function* () {
        return yield* unwrap(E.right(1))
      })()
      expect(JSON.stringify(failsWith('InvalidQuery', failed))).not.toContain('my-key')
    }
    const later = await queryTask(client, shape, { run: 'a' }, async function* () {
      return yield* unwrap(E.left(invalidOption('order', 'my-key is no column')))
    })()
    expect(failsWith('InvalidQuery', later).message).toBe('Invalid query: order [key] is no column.')
  })

  test('keeps the failure of a callback through loads inside of loads', async () => {
    const inner = (onProgress: (loaded: number) => void) =>
      queryTask(undefined, shape, { onProgress }, async function* (query: Query) {
        query.onProgress?.(1)
        return yield* unwrap(E.right(1))
      })
    const outer = queryTask(
      undefined,
      shape,
      {
        onProgress: () => {
          throw new Error('no bar')
        },
      },
      async function* (query: Query) {
        const result = await inner((loaded) => query.onProgress?.(loaded))()
        return yield* unwrap(E.right(E.isLeft(result) ? result.left.message : 'went well'))
      },
    )
    expect(rightOf(await outer())).toBe('Invalid query: onProgress threw an error: no bar.')
  })

  test('ignores what an asynchronous callback rejects with', async () => {
    const onProgress = (async () => {
      throw new Error('no bar')
    }) as (loaded: number) => void
    const load = queryTask(undefined, shape, { onProgress }, async function* (query: Query) {
      query.onProgress?.(1)
      return yield* unwrap(E.right(1))
    })
    expect(rightOf(await load())).toBe(1)
    // An unhandled rejection would fail the test.
    await new Promise((resolve) => setTimeout(resolve, 5))
  })

  test('does not hide a mistake of the load itself', async () => {
    const broken = queryTask(undefined, shape, undefined, async function* () {
      yield* unwrap(Promise.reject(new TypeError('broken')))
    })
    await expect(broken()).rejects.toThrow('broken')
  })
})
