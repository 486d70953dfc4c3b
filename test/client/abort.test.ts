import { describe, expect, test } from 'vitest'
import { abortableSleep, linkedController, raceAbort, sleepUnlessAborted, startTimer } from '../../src/client/abort.ts'
import { silence } from '../loader/servers/scripted.ts'

describe('abortableSleep', () => {
  test('ends by itself', async () => {
    expect(await abortableSleep(1)).toBeUndefined()
  })

  test('ends at the signal', async () => {
    const controller = new AbortController()
    const slept = abortableSleep(60_000, controller.signal)
    controller.abort()
    expect(await slept).toBeUndefined()
  })

  test('does not begin after the signal', async () => {
    expect(await abortableSleep(60_000, AbortSignal.abort())).toBeUndefined()
  })
})

test('a timer longer than the longest does not go off at once', async () => {
  let wentOff = false
  const timer = startTimer(() => {
    wentOff = true
  }, 2 ** 40)
  await abortableSleep(20)
  clearTimeout(timer)
  expect(wentOff).toBe(false)
})

describe('follow', () => {
  test('is aborted with the signal, before or after', () => {
    const controller = new AbortController()
    const later = linkedController(controller.signal)
    controller.abort()
    expect([later.controller.signal.aborted, linkedController(AbortSignal.abort()).controller.signal.aborted]).toEqual([
      true,
      true,
    ])
  })

  test('lets go of the signal', () => {
    const controller = new AbortController()
    const follower = linkedController(controller.signal)
    follower.release()
    controller.abort()
    expect(follower.controller.signal.aborted).toBe(false)
  })
})

describe('orAborted', () => {
  test('settles with the work', async () => {
    const { signal } = new AbortController()
    expect(await raceAbort(Promise.resolve(7), signal)).toBe(7)
    await expect(raceAbort(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken')
  })

  test('settles with the signal where the work never does', async () => {
    await expect(raceAbort(silence, AbortSignal.abort())).rejects.toThrow('aborted')
    await expect(raceAbort(silence, AbortSignal.timeout(1))).rejects.toThrow('aborted')
  })
})

describe('pauseFor', () => {
  test('ends at the signal where sleep does not', async () => {
    expect(await sleepUnlessAborted(() => silence, 1, AbortSignal.timeout(1))).toBeUndefined()
  })

  test('ends where sleep rejects or throws', async () => {
    expect(await sleepUnlessAborted(() => Promise.reject(new Error('aborted')), 1, undefined)).toBeUndefined()
    const thrower = () => {
      throw new Error('broken')
    }
    expect(await sleepUnlessAborted(thrower, 1, undefined)).toBeUndefined()
  })
})
