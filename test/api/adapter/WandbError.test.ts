import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, test } from 'vitest'
import { WandbError } from 'wandb-run-ops'
import { loadError } from 'wandb-run-ops/loader'
import { settle } from '../../../src/api/adapter/WandbError.ts'

const reason = loadError({ _tag: 'NotFound', what: 'run', path: 'team/vision/a1' })

describe('a WandbError', () => {
  test('is an Error with the reason, its message and a stack', () => {
    const error = new WandbError(reason)
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('WandbError')
    expect(error.reason).toBe(reason)
    expect(error.message).toBe(reason.message)
    expect(error.stack).toMatch(/^WandbError: Could not find run "team\/vision\/a1"/)
    expect(String(error)).toBe(`WandbError: ${reason.message}`)
  })

  test('holds nothing but the reason', () => {
    expect(Object.keys(new WandbError(reason))).toEqual(['reason'])
  })
})

describe('settle', () => {
  test('resolves with what succeeds and rejects with what fails', async () => {
    await expect(settle(TE.right(1))).resolves.toBe(1)
    await expect(settle(TE.left(reason))).rejects.toMatchObject({ name: 'WandbError', reason })
  })

  test('names the caller in the stack', async () => {
    const caller = async () => await settle(TE.left(reason))
    const error: unknown = await caller().catch((thrown) => thrown)
    expect((error as Error).stack).toContain('caller')
  })
})
