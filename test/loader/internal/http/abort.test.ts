import { describe, expect, test } from 'vitest'
import { abortableSleep, follow, orAborted, pauseFor, startTimer } from '../../../../src/loader/internal/http/abort.ts'
import { silence } from '../../servers/scripted.ts'

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
    const later = follow(controller.signal)
    controller.abort()
    expect([later.controller.signal.aborted, follow(AbortSignal.abort()).controller.signal.aborted]).toEqual([
      true,
      true,
    ])
  })

  test('lets go of the signal', () => {
    const controller = new AbortController()
    const follower = follow(controller.signal)
    follower.release()
    controller.abort()
    expect(follower.controller.signal.aborted).toBe(false)
  })
})

describe('orAborted', () => {
  test('settles with the work', async () => {
    const { signal } = new AbortController()
    expect(await orAborted(Promise.resolve(7), signal)).toBe(7)
    await expect(orAborted(Promise.reject(new Error('broken')), signal)).rejects.toThrow('broken')
  })

  test('settles with the signal where the work never does', async () => {
    await expect(orAborted(silence, AbortSignal.abort())).rejects.toThrow('aborted')
    await expect(orAborted(silence, AbortSignal.timeout(1))).rejects.toThrow('aborted')
  })
})

describe('pauseFor', () => {
  test('ends at the signal where sleep does not', async () => {
    expect(await pauseFor(() => silence, 1, AbortSignal.timeout(1))).toBeUndefined()
  })

  test('ends where sleep rejects or throws', async () => {
    expect(await pauseFor(() => Promise.reject(new Error('aborted')), 1, undefined)).toBeUndefined()
    const thrower = () => {
      throw new Error('broken')
    }
    expect(await pauseFor(thrower, 1, undefined)).toBeUndefined()
  })
})
