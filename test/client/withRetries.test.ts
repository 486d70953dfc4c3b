import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadError } from 'wandb-run-ops/loader'
import { backoffMs, sendFailure } from '../../src/client/withRetries.ts'
import { law } from '../laws/law.ts'

const limits = { timeoutMs: 1, maxRetries: 8, maxElapsedMs: 1, firstDelayMs: 1000, maxDelayMs: 30_000 }

describe('backoffMs', () => {
  test('doubles up to the cap', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map((attempt) => backoffMs(limits, attempt, 0.5))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 24_000, 24_000,
    ])
  })

  test('spreads by a quarter up and down', () => {
    expect([backoffMs(limits, 0, 0), backoffMs(limits, 0, 1)]).toEqual([750, 1250])
  })

  test('spreads at the cap, too', () => {
    expect([backoffMs(limits, 9, 0), backoffMs(limits, 9, 1)]).toEqual([18_000, 30_000])
  })

  test('never waits longer than the longest delay, nor not at all', () => {
    law([fc.nat(5000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })], (attempt, random) => {
      const wait = backoffMs(limits, attempt, random)
      return wait >= 750 && wait <= limits.maxDelayMs
    })
  })

  test('stays a number without a first delay', () => {
    expect(backoffMs({ ...limits, firstDelayMs: 0 }, 2000, 0.5)).toBe(0)
  })
})

describe('sendFailure', () => {
  const retriesAfter = (detail: string): number => sendFailure(loadError({ _tag: 'NetworkFailed', detail })).retries

  test('tries again after a broken connection or a timeout', () => {
    expect(retriesAfter('ECONNRESET: read ECONNRESET')).toBe(Number.POSITIVE_INFINITY)
    expect(retriesAfter('EAI_AGAIN: getaddrinfo EAI_AGAIN api.wandb.ai')).toBe(Number.POSITIVE_INFINITY)
    expect(sendFailure(loadError({ _tag: 'TimedOut', seconds: 1 })).retries).toBe(Number.POSITIVE_INFINITY)
  })

  test.each([
    'CERT_HAS_EXPIRED: certificate has expired',
    'DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID: Hostname does not match',
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ])('does not try again after %s', (detail) => {
    expect(retriesAfter(detail)).toBe(0)
  })

  test('repeats at once what a kept connection lost, and nothing that a new one did', () => {
    const reset = loadError({ _tag: 'NetworkFailed', detail: 'UND_ERR_SOCKET: other side closed' })
    expect([sendFailure(reset, true).atOnce, sendFailure(reset).atOnce]).toEqual([true, false])
  })

  test('does not try again after an abort', () => {
    expect(sendFailure(loadError({ _tag: 'Aborted' })).retries).toBe(0)
  })
})
