import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import type { Listed, ListQuery } from 'wandb-run-ops/loader'
import { loadMatching } from '../../../../src/loader/artifact/internal/loadMatching.ts'
import { failsWith, rightOf } from '../../servers/either.ts'

/** A list of numbers; a cursor reports how many came before. */
const numbers = (count: number) => {
  const pages: Array<ListQuery> = []
  const load = async (query: ListQuery): Promise<E.Either<never, Listed<number>>> => {
    pages.push(query)
    const start = Number(query.after ?? 0)
    const end = Math.min(start + (query.limit ?? 0), count)
    query.onProgress?.({ phase: 'artifactVersions', loaded: end - start, total: count })
    const items = Array.from({ length: end - start }, (_, index) => start + index)
    const rest = { totalCount: count, failures: [], duplicates: 0, skipped: 0 }
    return E.right({ ...rest, items, complete: end === count, cursor: end === 0 ? undefined : String(end) })
  }
  return { load, pages }
}

describe('loadMatching', () => {
  test('finds what passes, whatever the pages, and in order', async () => {
    const counts = fc.nat({ max: 30 })
    const property = fc.asyncProperty(counts, fc.integer({ min: 1, max: 9 }), counts, async (count, size, divisor) => {
      const passes = (n: number): boolean => n % (divisor + 1) === 0
      const { items, complete } = rightOf(await loadMatching({}, size, numbers(count).load, passes))
      const expected = Array.from({ length: count }, (_, n) => n).filter(passes)
      return complete && items.join() === expected.join()
    })
    await fc.assert(property)
  })

  test('a limit and a cursor give the same as no limit, unless a page was cut', async () => {
    const passes = (n: number): boolean => n % 3 === 0
    const first = rightOf(await loadMatching({ limit: 2 }, 2, numbers(10).load, passes))
    expect([first.items, first.complete, first.cursor]).toEqual([[0, 3], false, '4'])
    const rest = rightOf(await loadMatching({ after: first.cursor }, 2, numbers(10).load, passes))
    expect([rest.items, rest.complete]).toEqual([[6, 9], true])
    const cut = rightOf(await loadMatching({ limit: 2 }, 10, numbers(10).load, passes))
    expect([cut.items, cut.complete, cut.cursor]).toEqual([[0, 3], false, undefined])
  })

  test('reports progress over all pages', async () => {
    const told: Array<number> = []
    const onProgress = ({ loaded }: { readonly loaded: number }): void => {
      told.push(loaded)
    }
    await loadMatching({ onProgress }, 4, numbers(10).load, () => false)
    expect(told).toEqual([4, 8, 10])
  })

  test('refuses a limit that is none, and stops where a cursor does not move', async () => {
    failsWith('InvalidQuery', await loadMatching({ limit: 0 }, 2, numbers(1).load, () => true))
    const stuck = async (): Promise<E.Either<never, Listed<number>>> => {
      const rest = { totalCount: 9, failures: [], duplicates: 0, skipped: 0, complete: false }
      return E.right({ ...rest, items: [1], cursor: 'x' })
    }
    failsWith('CursorStuck', await loadMatching({}, 1, stuck, () => false))
  })
})
