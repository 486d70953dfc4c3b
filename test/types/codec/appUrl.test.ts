import { expect, test } from 'vitest'
import { appUrl } from '../../../src/types/codec/appUrl.ts'
import { decoded, refusal } from '../outcome.ts'

test("is the loader's, or W&B's own by default", () => {
  expect(decoded(appUrl, 'https://wandb.example.com')).toBe('https://wandb.example.com')
  expect([decoded(appUrl, null), decoded(appUrl, undefined)]).toEqual(['https://wandb.ai', 'https://wandb.ai'])
})

test('what is not a string is rejected', () => {
  expect(refusal(appUrl, 1)).toEqual({ path: [], expected: 'string | null', actual: 'number' })
})
