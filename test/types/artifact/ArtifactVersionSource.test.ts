import { expect, test } from 'vitest'
import { ArtifactVersionSource } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const wire = { entity: 'team', project: 'vision', name: 'model', version: 3 }

test('round-trips a location', () => {
  const source = decoded(ArtifactVersionSource, wire)
  expect(source).toStrictEqual(wire)
  expect(ArtifactVersionSource.encode(source)).toStrictEqual(wire)
})

test('an unsent entity and project are undefined', () => {
  expect(decoded(ArtifactVersionSource, { name: 'model', version: 0 })).toStrictEqual({
    entity: undefined,
    project: undefined,
    name: 'model',
    version: 0,
  })
})

test('a location without a number is rejected', () => {
  expect(refusal(ArtifactVersionSource, { ...wire, version: null })).toMatchObject({ path: ['version'] })
})
