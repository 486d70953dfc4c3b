import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { loadError } from '../../../src/client/LoadError.ts'
import { type ReadWindow, type StepWindow, toRowList } from '../../../src/loader/history/readRows.ts'
import { readWindows } from '../../../src/loader/history/readWindows.ts'
import type { StepBounds } from '../../../src/loader/history/windowPlan.ts'
import { failsWith, rightOf } from '../servers/either.ts'

/** What a server sends of rows that are more than it may send: evenly thinned out. */
const thinned = (rows: ReadonlyArray<number>, samples: number): ReadonlyArray<number> =>
  rows.length <= samples
    ? rows
    : Array.from({ length: samples }, (_, index) => rows[Math.floor((index * rows.length) / samples)] ?? 0)

interface Server {
  readonly lists: ReadonlyArray<ReadonlyArray<number>>
  readonly windows: Array<StepWindow>
  readonly span?: Partial<StepBounds>
  readonly failing?: (window: StepWindow) => boolean
  readonly before?: (index: number) => void
  readonly atOnce?: number
  /** Keeps an answer back until it is told. */
  readonly held?: (window: StepWindow, signal: AbortSignal | undefined) => Promise<void>
}

/** Reads lists of steps; each window is kept. */
const run = async ({ lists, windows, span, failing, before, atOnce, held }: Server) => {
  const steps = lists.flat()
  const whole: StepBounds = {
    min: undefined,
    max: undefined,
    firstStep: 0,
    lastStep: steps.length === 0 ? undefined : steps.reduce((a, b) => Math.max(a, b)),
    count: lists.reduce((most, list) => Math.max(most, list.length), 0),
    isActive: false,
    pageSize: 100,
    ...span,
  }
  const read: ReadWindow =
    (make, { onFailure, signal }) =>
    async () => {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        const window = make()
        before?.(windows.length)
        windows.push(window)
        await held?.(window, signal)
        if (failing?.(window) === true) {
          onFailure?.(loadError({ _tag: 'HttpFailed', status: 502, detail: '' }))
          continue
        }
        const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, samples } = window
        return E.right(
          lists.map((list) =>
            toRowList(
              thinned(
                list.filter((step) => step >= min && step < max),
                samples,
              ).map((step) => ({ _step: step, a: step })),
            ),
          ),
        )
      }
      return E.left(loadError({ _tag: 'HttpFailed', status: 502, detail: '' }))
    }
  const chunks = await readWindows(read, whole, { atOnce, onRows: () => {} })()
  return E.isLeft(chunks) ? chunks : E.right(chunks.right.flatMap((chunk) => [...chunk.steps]))
}

const range = (length: number, every = 1, start = 0): ReadonlyArray<number> =>
  Array.from({ length }, (_, index) => start + index * every)

const read = async (server: Omit<Server, 'windows'>) => {
  const windows: Array<StepWindow> = []
  const steps = rightOf(await run({ ...server, windows }))
  return { steps: [...new Set(steps)].sort((a, b) => a - b), windows, many: steps.length }
}

describe('readWindows', () => {
  test('loses no row and reads none twice, whatever the steps are and whatever is known of them', async () => {
    const burst = fc.tuple(
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 50 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(burst, { maxLength: 4 }),
        fc.constantFrom(1, 7, 100),
        fc.constantFrom<Partial<StepBounds>>(
          {},
          { count: undefined },
          { lastStep: undefined },
          { isActive: true },
          { count: 1 },
        ),
        async (bursts, pageSize, known) => {
          const steps = [...new Set(bursts.flatMap(([start, length, every]) => range(length, every, start)))].sort(
            (a, b) => a - b,
          )
          const got = await read({ lists: [steps], span: { ...known, pageSize } })
          return got.many === steps.length && got.steps.every((step, index) => step === steps[index])
        },
      ),
    )
  })

  test('takes one request for few rows, however far apart', async () => {
    const steps = range(11, 100_000)
    const got = await read({ lists: [steps] })
    expect(got.steps).toEqual(steps)
    expect(got.windows.length).toBe(1)
  })

  test.each([
    [1, 11],
    [3, 12],
    [1000, 13],
  ])('takes about as many requests for rows every %d steps as there are pages', async (every, most) => {
    const steps = range(1000, every)
    const got = await read({ lists: [steps] })
    expect(got.steps).toEqual(steps)
    expect(got.windows.length).toBeLessThanOrEqual(most)
  })

  test('takes a request for each page of rows without gaps, and no window twice', async () => {
    const got = await read({ lists: [range(1000)] })
    expect(got.windows.map(({ min, max }) => [min, max])).toEqual(
      range(10).map((page) => [page === 0 ? undefined : page * 100, page * 100 + 100]),
    )
  })

  test('finds its way where nothing is known of the rows', async () => {
    const got = await read({ lists: [range(1000)], span: { count: undefined, lastStep: undefined, isActive: true } })
    expect(got.steps).toEqual(range(1000))
    expect(got.windows.length).toBeLessThanOrEqual(16)
  })

  test('reads a burst among rare rows', async () => {
    const steps = [...range(10, 10_000), ...range(3000, 1, 100_000), ...range(10, 10_000, 200_000)]
    const got = await read({ lists: [steps] })
    expect(got.steps).toEqual(steps)
    expect(got.windows.length).toBeLessThan(80)
  })

  test('reads several lists as far apart as the densest allows', async () => {
    const lists = [range(1000), range(20, 50, 7)]
    const got = await read({ lists })
    expect(got.many).toBe(1020)
  })

  test('keeps to the bounds, the first of them included', async () => {
    const got = await read({ lists: [range(1000)], span: { min: 250, max: 500 } })
    expect(got.steps).toEqual(range(250, 1, 250))
    expect(got.windows.every(({ min = 0, max = 0 }) => min >= 250 && max <= 500)).toBe(true)
  })

  test('asks nothing of an empty range', async () => {
    expect((await read({ lists: [range(10)], span: { min: 5, max: 5 } })).windows).toEqual([])
    expect((await read({ lists: [range(10)], span: { min: 10 } })).windows).toEqual([])
  })

  test('reads rows that come while it reads', async () => {
    const steps = [...range(1000)]
    const windows: Array<StepWindow> = []
    const before = (index: number): void => {
      if (index < 5) for (const step of range(100, 1, steps.length)) steps.push(step)
    }
    const got = rightOf(
      await run({ lists: [steps], windows, before, span: { lastStep: 999, count: 1000, isActive: true } }),
    )
    expect(steps.length).toBe(1500)
    expect([...new Set(got)].sort((a, b) => a - b)).toEqual(range(1500))
  })

  test('asks for smaller windows where the server fails at large ones', async () => {
    const failing = ({ min = 0, max = 1e9 }: StepWindow): boolean => max - min > 30
    const got = await read({ lists: [range(500)], failing })
    expect(got.steps).toEqual(range(500))
  })

  test('ends with the error of a server that always fails', async () => {
    failsWith('HttpFailed', await run({ lists: [range(10)], windows: [], failing: () => true }))
  })

  test('ends where one step has more rows than a page', async () => {
    const got = await read({ lists: [Array.from({ length: 500 }, () => 3)] })
    expect(got.steps).toEqual([3])
    expect(got.windows.length).toBeLessThan(10)
  })

  describe('that asks ahead', () => {
    /** Answers that come some turns later, and not in the order of the questions. */
    const late =
      (turns: ReadonlyArray<number>) =>
      async ({ min = 0 }: StepWindow): Promise<void> => {
        for (let turn = turns[min % turns.length] ?? 0; turn > 0; turn -= 1) await Promise.resolve()
      }

    test('reads the same rows, whatever comes first and whatever fails', async () => {
      const burst = fc.tuple(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 50 }),
      )
      await fc.assert(
        fc.asyncProperty(
          fc.array(burst, { maxLength: 4 }),
          fc.constantFrom(1, 7, 100),
          fc.constantFrom<Partial<StepBounds>>({}, { count: undefined }, { lastStep: undefined }, { isActive: true }),
          fc.integer({ min: 2, max: 5 }),
          fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 5 }),
          fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
          async (bursts, pageSize, known, atOnce, turns, failures) => {
            const steps = [...new Set(bursts.flatMap(([start, length, every]) => range(length, every, start)))]
            const lists = [steps.sort((a, b) => a - b)]
            const span = { ...known, pageSize }
            const pending = [...failures]
            const failing = (): boolean => pending.pop() ?? false
            const got = rightOf(await run({ lists, windows: [], span, atOnce, held: late(turns), failing }))
            return got.length === steps.length && got.every((step, index) => step === steps[index])
          },
        ),
      )
    })

    test('has several windows on their way, none twice, once the first came', async () => {
      let onTheWay = 0
      const most: Array<number> = []
      const held = async (): Promise<void> => {
        onTheWay += 1
        most.push(onTheWay)
        await new Promise((resolve) => setTimeout(resolve, 1))
        onTheWay -= 1
      }
      const got = await read({ lists: [range(1000)], atOnce: 3, held })
      expect(got.steps).toEqual(range(1000))
      expect(got.windows.map(({ max }) => max)).toEqual(range(10, 100, 100))
      expect(most.slice(0, 4)).toEqual([1, 1, 2, 3])
      expect(Math.max(...most)).toBe(3)
    })

    test('ends the requests for windows after one that has to be read in parts', async () => {
      const steps = [...range(300), ...range(3000, 1, 100_000), ...range(10, 10_000, 200_000)]
      const signals: Array<AbortSignal> = []
      const held = async (_: StepWindow, signal: AbortSignal | undefined): Promise<void> => {
        if (signal !== undefined) signals.push(signal)
      }
      const alone = await read({ lists: [steps] })
      const got = await read({ lists: [steps], atOnce: 3, held })
      expect(got.steps).toEqual(steps)
      expect(got.many).toBe(steps.length)
      expect(got.windows.length).toBeLessThan(alone.windows.length * 2)
      expect(signals.every(({ aborted }) => aborted)).toBe(true)
    })

    test('halves the size once where several windows fail at once', async () => {
      let failures = 0
      const failing = ({ min = 0, samples }: StepWindow): boolean => {
        const isTooMuch = min >= 100 && samples >= 100
        if (isTooMuch) failures += 1
        return isTooMuch
      }
      const got = await read({ lists: [range(500)], atOnce: 3, failing, held: late([5]) })
      expect(got.steps).toEqual(range(500))
      expect(failures).toBeGreaterThan(2)
      expect(Math.min(...got.windows.map(({ samples }) => samples))).toBe(50)
    })

    test('ends the requests that are on their way at an error', async () => {
      const signals: Array<AbortSignal> = []
      const held = async (_: StepWindow, signal: AbortSignal | undefined): Promise<void> => {
        if (signal !== undefined) signals.push(signal)
      }
      const failing = ({ min = 0 }: StepWindow): boolean => min === 100
      failsWith('HttpFailed', await run({ lists: [range(1000)], windows: [], atOnce: 3, held, failing }))
      expect(new Set(signals).size).toBe(4)
      expect(signals.every(({ aborted }) => aborted)).toBe(true)
    })

    test.each([
      ['an active', true, 1],
      ['an ended', false, 3],
    ])('asks for the end of %s run with so many windows on their way', async (_, isActive, many) => {
      let onTheWay = 0
      let atEnd = 0
      const held = async ({ max }: StepWindow): Promise<void> => {
        onTheWay += 1
        if (max === undefined) atEnd = onTheWay
        await new Promise((resolve) => setTimeout(resolve, 1))
        onTheWay -= 1
      }
      const got = await read({ lists: [range(985)], atOnce: 3, held, span: { isActive } })
      expect(got.steps).toEqual(range(985))
      expect(atEnd).toBe(many)
    })
  })
})
