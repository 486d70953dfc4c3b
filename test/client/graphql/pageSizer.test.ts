import { describe, expect, test } from 'vitest'
import { loadError } from 'wandb-run-ops/loader'
import { pageSizer } from '../../../src/client/graphql/pageSizer.ts'

const timeout = loadError({ _tag: 'TimedOut', seconds: 1 })
const failed = (status: number) => loadError({ _tag: 'HttpFailed', status, detail: '' })

describe('pageSizer', () => {
  test('halves down to one', () => {
    const sizer = pageSizer(5)
    const sizes = [1, 2, 3, 4].map(() => {
      const size = sizer.size()
      sizer.failed(timeout)
      return size
    })
    expect(sizes).toEqual([5, 2, 1, 1])
  })

  test('halves what was asked for, where there was less room', () => {
    const sizer = pageSizer(100)
    expect(sizer.size(10)).toBe(10)
    sizer.failed(timeout)
    expect(sizer.size(10)).toBe(5)
  })

  test.each([500, 502, 504, 408])('halves after %i', (status) => {
    const sizer = pageSizer(8)
    sizer.size()
    sizer.failed(failed(status))
    expect(sizer.size()).toBe(4)
  })

  test('does not halve for what a smaller page would not change', () => {
    const sizer = pageSizer(8)
    sizer.size()
    sizer.failed(failed(404))
    sizer.failed(loadError({ _tag: 'RateLimited', retryAfterSeconds: 1 }))
    sizer.failed(loadError({ _tag: 'NetworkFailed', detail: '' }))
    expect(sizer.size()).toBe(8)
  })

  test('takes an eighth of a page that was too large, and never more than half of it again', () => {
    const sizer = pageSizer(1000)
    expect([sizer.size(), sizer.asked()]).toEqual([1000, 1000])
    sizer.failed(loadError({ _tag: 'ResponseMalformed', detail: '', maxBodyBytes: 1 }))
    const sizes = Array.from({ length: 10 }, () => {
      const size = sizer.size()
      sizer.succeeded()
      return size
    })
    expect(sizes).toEqual([125, 125, 125, 250, 250, 250, 500, 500, 500, 500])
  })

  test('asks for a single record where told to', () => {
    const sizer = pageSizer(1000)
    sizer.least()
    expect(sizer.size()).toBe(1)
  })

  test('recovers after three good answers, never beyond what was wanted', () => {
    const sizer = pageSizer(7)
    sizer.size()
    sizer.failed(timeout)
    const sizes = Array.from({ length: 8 }, () => {
      sizer.succeeded()
      return sizer.size()
    })
    expect(sizes).toEqual([3, 3, 6, 6, 6, 7, 7, 7])
  })

  describe('that may grow', () => {
    const sizesAfter = (...milliseconds: ReadonlyArray<number>): ReadonlyArray<number> => {
      const sizer = pageSizer(1000, 100)
      return milliseconds.map((time) => {
        sizer.succeeded(time)
        return sizer.size()
      })
    }

    test('asks a fast server for four times as many, up to the most', () => {
      expect(pageSizer(1000, 100).size()).toBe(100)
      expect(sizesAfter(50, 1000, 20)).toEqual([400, 1000, 1000])
    })

    test('stays where an answer takes its time, and halves where it takes long', () => {
      expect(sizesAfter(50, 1001, 5000, 5001)).toEqual([400, 400, 400, 200])
    })

    test('halves what was asked for, not what it would have asked for', () => {
      const sizer = pageSizer(1000, 100)
      sizer.size(30)
      sizer.succeeded(6000)
      expect(sizer.size()).toBe(15)
    })

    test('grows slowly after a failure', () => {
      const sizer = pageSizer(1000, 100)
      sizer.succeeded(10)
      expect(sizer.size()).toBe(400)
      sizer.failed(timeout)
      const sizes = Array.from({ length: 4 }, () => {
        sizer.succeeded(10)
        return sizer.size()
      })
      expect(sizes).toEqual([200, 200, 400, 400])
    })
  })

  test('that does not grow takes any time', () => {
    const sizer = pageSizer(8)
    sizer.size()
    sizer.succeeded(60_000)
    expect(sizer.size()).toBe(8)
  })
})
