import { expect, test } from 'vitest'
import { ArtifactKind } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

test.each([
  ['ArtifactSequence', 'sequence'],
  ['ArtifactPortfolio', 'portfolio'],
] as const)('%s is a %s', (wire, kind) => {
  expect(decoded(ArtifactKind, wire)).toBe(kind)
  expect(ArtifactKind.encode(kind)).toBe(wire)
  expect([ArtifactKind.is(kind), ArtifactKind.is(wire)]).toEqual([true, false])
})

test('anything else is rejected', () => {
  expect(refusal(ArtifactKind, 'sequence')).toMatchObject({ expected: 'ArtifactKind', actual: 'string' })
})
