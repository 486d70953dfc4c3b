import { expect, test } from 'vitest'
import { artifactIsPortfolio } from '../../../src/ops/artifact/kind.ts'
import { anArtifact } from '../records.ts'

test('artifactIsPortfolio is false for a sequence', () => {
  expect(artifactIsPortfolio(anArtifact())).toBe(false)
})

test('artifactIsPortfolio is true for a portfolio', () => {
  expect(artifactIsPortfolio(anArtifact({ kind: 'portfolio' }))).toBe(true)
})
