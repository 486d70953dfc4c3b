import { describe, expect, test } from 'vitest'
import { smooth } from '../../../src/ops/history/smooth.ts'

const { NaN: nan, POSITIVE_INFINITY: inf } = Number
const seriesOf = (values: ReadonlyArray<number>, steps: ReadonlyArray<number> = [...values.keys()]) => ({
  steps: Float64Array.from(steps),
  values: Float64Array.from(values),
})
const noisy = seriesOf([3, -1, 4, 1, -5, 9, 2, 6])

describe('exponential', () => {
  const smoothed = (weight: number, values: ReadonlyArray<number>) => [
    ...smooth(seriesOf(values), { type: 'exponential', weight }).values,
  ]

  test('weighs each value by the distance to it, and the weights sum to one', () => {
    expect(smoothed(0.5, [1, 4, 0])).toEqual([1, 3, expect.closeTo((0.25 * 1 + 0.5 * 4) / 1.75, 14)])
  })

  test('is the biased average divided by one less the power of the weight', () => {
    for (const weight of [0.1, 0.6, 0.9, 0.99]) {
      let last = 0
      const direct = Array.from(noisy.values, (value, row) => {
        last = last * weight + (1 - weight) * value
        return expect.closeTo(last / (1 - weight ** (row + 1)), 10)
      })
      expect([...smooth(noisy, { type: 'exponential', weight }).values]).toEqual(direct)
    }
  })

  test('leaves values that are not finite without effect on others', () => {
    expect(smoothed(0.5, [nan, 1, inf, 4, -inf, nan])).toEqual([nan, 1, inf, 3, -inf, nan])
  })

  test.each([0, -1, -inf, nan])('changes nothing with a weight of %d', (weight) => {
    expect(smoothed(weight, [1, 4, -2])).toEqual([1, 4, -2])
  })

  test.each([1, 2, inf])('is the mean so far with a weight of %d', (weight) => {
    expect(smoothed(weight, [1, 4, 1])).toEqual([1, 2.5, expect.closeTo(2, 14)])
  })

  test('does not overflow', () => {
    expect(smoothed(0.1, [-Number.MAX_VALUE, Number.MAX_VALUE]).every(Number.isFinite)).toBe(true)
  })
})

describe('timeWeighted', () => {
  test('is the formula of the W&B documentation', () => {
    const steps = [0, 1, 2, 10, 11, 12, 15, 40]
    const weight = Math.min(Math.sqrt(0.8), 0.999)
    let y = 0
    let debias = 0
    const direct = Array.from(noisy.values, (value, row) => {
      const change = (((steps[row] ?? 0) - (steps[Math.max(row - 1, 0)] ?? 0)) / 40) * 30
      y = y * weight ** change + value
      debias = debias * weight ** change + 1
      return expect.closeTo(y / debias, 10)
    })
    const options = { type: 'timeWeighted', weight: 0.8, scale: 30 } as const
    expect([...smooth(seriesOf([...noisy.values], steps), options).values]).toEqual(direct)
  })

  test('by hand: a step of half the range and a scale of 2 halve the weight twice', () => {
    const options = { type: 'timeWeighted', weight: 0.25, range: 4, scale: 4 } as const
    expect([...smooth(seriesOf([1, 6], [0, 2]), options).values]).toEqual([1, (1 * 0.25 + 6) / 1.25])
  })

  test('smooths a part of a series like the whole when the range is given', () => {
    const options = { type: 'timeWeighted', weight: 0.9, range: 7 } as const
    const part = { steps: noisy.steps.subarray(0, 4), values: noisy.values.subarray(0, 4) }
    expect([...smooth(part, options).values]).toEqual([...smooth(noisy, options).values.subarray(0, 4)])
  })

  test.each([0, -1, nan, inf])('ignores a range or scale of %d', (bad) => {
    const plain = smooth(noisy, { type: 'timeWeighted', weight: 0.5, scale: 1000 })
    expect(smooth(noisy, { type: 'timeWeighted', weight: 0.5, range: bad, scale: bad })).toEqual(plain)
  })

  test('ignores values that are not finite, but not their steps', () => {
    const options = { type: 'timeWeighted', weight: 0.25, range: 4, scale: 4 } as const
    expect([...smooth(seriesOf([1, nan, 6], [0, 1, 2]), options).values]).toEqual([1, nan, (1 * 0.25 + 6) / 1.25])
  })

  test('leaves a series of one point unchanged', () => {
    expect([...smooth(seriesOf([5], [3]), { type: 'timeWeighted', weight: 0.9 }).values]).toEqual([5])
  })
})

describe('gaussian', () => {
  test('weighs by the distance in steps', () => {
    const near = Math.exp(-0.5)
    const values = [...smooth(seriesOf([0, 1, 0], [0, 1, 2]), { type: 'gaussian', stddev: 1 }).values]
    const far = Math.exp(-2)
    expect(values[1]).toBeCloseTo(1 / (1 + 2 * near), 14)
    expect(values[0]).toBeCloseTo(near / (1 + near + far), 14)
    expect(values[2]).toBeCloseTo(values[0] ?? 0, 14)
  })

  test('is cut off at three standard deviations, which still count, on both sides', () => {
    const edge = Math.exp(-4.5)
    const values = [...smooth(seriesOf([1, 0, 1, 0], [0, 3, 6, 9.5]), { type: 'gaussian', stddev: 1 }).values]
    expect(values).toEqual([
      expect.closeTo(1 / (1 + edge), 14),
      expect.closeTo((2 * edge) / (1 + 2 * edge), 14),
      expect.closeTo(1 / (1 + edge), 14),
      0,
    ])
  })

  test.each([0, -1, nan])('changes nothing with a standard deviation of %d', (stddev) => {
    expect([...smooth(noisy, { type: 'gaussian', stddev }).values]).toEqual([...noisy.values])
  })

  test('is the mean of all with an infinite standard deviation', () => {
    const values = smooth(noisy, { type: 'gaussian', stddev: inf }).values
    expect([...values]).toEqual(Array.from(noisy.values, () => expect.closeTo(19 / 8, 12)))
  })

  test('ignores values that are not finite', () => {
    expect([...smooth(seriesOf([2, nan, 2, inf]), { type: 'gaussian', stddev: 5 }).values]).toEqual([2, nan, 2, inf])
  })
})

describe('runningMean', () => {
  const running = (window: number, values: ReadonlyArray<number>) => [
    ...smooth(seriesOf(values), { type: 'runningMean', window }).values,
  ]

  test('is centered, and shorter at the ends', () => {
    expect(running(3, [1, 3, 8, 4])).toEqual([2, 4, 5, 6])
  })

  test('has one more point before than after when it is even', () => {
    expect(running(2, [1, 3, 8, 4])).toEqual([1, 2, 5.5, 6])
  })

  test('counts the position of a value that is not finite, but not the value', () => {
    expect(running(3, [1, nan, 8, inf, 4])).toEqual([1, nan, 8, inf, 4])
    expect(running(5, [1, nan, 8, inf, 4])).toEqual([4.5, nan, expect.closeTo(13 / 3, 14), inf, 6])
  })

  test.each([1, 1.9, 0, -3, nan])('changes nothing with a window of %d', (window) => {
    expect(running(window, [1, 3, 8])).toEqual([1, 3, 8])
  })

  test.each([6, 1000, inf])('is the mean of all with a window of %d', (window) => {
    expect(running(window, [1, 3, 8])).toEqual([4, 4, 4].map((mean) => expect.closeTo(mean, 14)))
  })
})

test('shares the steps, freezes the series, and takes it last', () => {
  const options = { type: 'exponential', weight: 0.5 } as const
  const smoothed = smooth(options)(noisy)
  expect(smoothed).toEqual(smooth(noisy, options))
  expect(smoothed.steps).toBe(noisy.steps)
  expect(Object.isFrozen(smoothed)).toBe(true)
})

test.each([
  { type: 'exponential', weight: 0.5 },
  { type: 'timeWeighted', weight: 0.5 },
  { type: 'gaussian', stddev: 2 },
  { type: 'runningMean', window: 3 },
] as const)('$type returns nothing for nothing', (options) => {
  expect(smooth(seriesOf([]), options)).toEqual(seriesOf([]))
})
