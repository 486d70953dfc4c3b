import { describe, expect, test } from 'vitest'
import { checkCapabilities, checkLimits } from '../../../../src/loader/internal/http/checkLimits.ts'

const limits = { timeoutMs: 1, maxRetries: 0, maxElapsedMs: 1, firstDelayMs: 0, maxDelayMs: 0 }

describe('checkLimits', () => {
  test('takes finite numbers', () => {
    expect(checkLimits(limits)).toBeUndefined()
  })

  test.each(Object.keys(limits))('refuses %s that is not a finite number >= 0', (option) => {
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY, '5', null])
      expect(checkLimits({ ...limits, [option]: wrong })).toMatchObject({ _tag: 'InvalidClient', option })
  })

  test.each(['timeoutMs', 'maxElapsedMs'])('refuses a %s of nothing', (option) => {
    expect(checkLimits({ ...limits, [option]: 0 })).toMatchObject({ _tag: 'InvalidClient', option })
  })
})

describe('checkCapabilities', () => {
  test('takes functions, and what is left out', () => {
    expect(checkCapabilities({ fetch, now: undefined })).toBeUndefined()
  })

  test('refuses a value that is not a function', () => {
    expect(checkCapabilities({ fetch: {} })).toMatchObject({ _tag: 'InvalidClient', option: 'fetch' })
  })
})
