import { describe, expect, test } from 'vitest'
import { type ClientOptions, loadRuns, makeClient } from 'wandb-run-ops/loader'
import { failsWith, rightOf } from '../../loader/servers/either.ts'
import { connection, runNode, runsAnswer } from '../../loader/servers/nodes.ts'
import { type Answer, scripted } from '../../loader/servers/scripted.ts'

const sleep = async (): Promise<void> => {}

/** Loads a list whose requests are answered in turn; the last answer comes again and again. */
const play = async (script: ReadonlyArray<() => Answer>, options: ClientOptions = {}) => {
  const server = scripted((_, index) => (script[Math.min(index, script.length - 1)] as () => Answer)())
  const client = makeClient({ fetch: server.fetch, sleep, ...options })
  const result = await loadRuns({ project: 'a/b', pageSize: 100 })(client)()
  return { result, sizes: server.sent.map(({ variables }) => variables['first']) }
}

const failing = (status: number, message: string) => () =>
  Response.json({ errors: [{ message, path: ['project', 'runs'] }], data: { project: null } }, { status })
const internal = failing(500, 'An internal error occurred. Please contact support.')
const fine = () => runsAnswer(connection([runNode(1)]), 1)

describe('a status 500', () => {
  test('that comes again and again, down to a single run, is not asked for a ninth time', async () => {
    const { result, sizes } = await play([internal])
    const error = failsWith('HttpFailed', result)
    expect(sizes).toEqual([100, 50, 25, 1, 1])
    expect([error.status, error.message]).toEqual([500, expect.stringMatching(/single record.*filters and the order/)])
  })

  test('that passes is no harm', async () => {
    for (const failures of [1, 2, 3, 4])
      expect(rightOf((await play([...Array(failures).fill(internal), fine])).result).runs.length).toBe(1)
  })

  test('counts only while it is the same, and while nothing came', async () => {
    const other = failing(500, 'boom')
    const { result, sizes } = await play([internal, internal, other, internal, internal, other, internal, fine])
    expect([rightOf(result).runs.length, sizes.length]).toEqual([1, 8])

    const first = () => runsAnswer(connection([runNode(1)], { next: 'more' }), 2)
    const second = () => runsAnswer(connection([runNode(2)]), 2)
    const later = await play([first, ...Array(7).fill(internal), second])
    expect(rightOf(later.result).runs.length).toBe(2)
  })

  test('is asked for as often as ever where the server is overloaded', async () => {
    for (const status of [502, 503, 504])
      expect((await play([failing(status, 'busy')])).sizes).toEqual([100, 50, 25, 12, 6, 3, 1, 1, 1])
  })

  test.each([
    'json: cannot unmarshal array into Go value of type string',
    'invalid filter: tags must be a string',
    'unsupported operator $size',
    'unknown column "foo"',
    'error parsing regexp: invalid or unsupported Perl syntax',
    'Cannot query field "x" on type "Run".',
  ])('about the query is final: %s', async (message) => {
    const { result, sizes } = await play([failing(500, message)])
    failsWith('GraphqlRefused', result)
    expect(sizes).toEqual([100])
  })

  test.each([
    'Post "http://search/": context deadline exceeded',
    'internal database error',
    'invalid connection: try again',
    'timeout while validating the query',
  ])('about the server is not: %s', async (message) => {
    expect(rightOf((await play([failing(500, message), fine])).result).runs.length).toBe(1)
  })
})
