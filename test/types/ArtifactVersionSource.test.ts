import { expect, test } from 'vitest'
import { ArtifactVersionSource } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

const wire = { entity: 'team', project: 'vision', name: 'model', version: 3 }

test('reads a place, and writes it back', () => {
  const source = decoded(ArtifactVersionSource, wire)
  expect(source).toStrictEqual(wire)
  expect(ArtifactVersionSource.encode(source)).toStrictEqual(wire)
})

test('an entity and a project that were not sent are undefined', () => {
  expect(decoded(ArtifactVersionSource, { name: 'model', version: 0 })).toStrictEqual({
    entity: undefined,
    project: undefined,
    name: 'model',
    version: 0,
  })
})

test('a place without a number is refused', () => {
  expect(refusal(ArtifactVersionSource, { ...wire, version: null })).toMatchObject({ path: ['version'] })
})
