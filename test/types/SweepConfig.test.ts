import { expect, test } from 'vitest'
import { SweepConfig } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

test('reads an object and its JSON text, frozen', () => {
  for (const wire of [{ method: 'grid' }, '{"method": "grid"}']) {
    const config = decoded(SweepConfig, wire)
    expect(config).toEqual({ method: 'grid' })
    expect(Object.isFrozen(config)).toBe(true)
  }
})

test('an absent config is empty', () => {
  for (const wire of [null, undefined, '']) expect(decoded(SweepConfig, wire)).toEqual({})
})

test('keeps a key called __proto__ as a key', () => {
  expect(Object.keys(decoded(SweepConfig, '{"__proto__": 1}'))).toEqual(['__proto__'])
})

test('rejects YAML, which loaders parse first, and lists', () => {
  for (const wire of ['method: grid', [1]])
    expect(refusal(SweepConfig, wire)).toMatchObject({ expected: 'SweepConfig' })
})
