import { expect, test } from 'vitest'
import { ArtifactMembership } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = {
  id: 'TWVtYmVyc2hpcDox',
  versionIndex: 2,
  createdAt: '2024-02-29T10:00:00',
  aliases: [{ alias: 'production' }, { alias: 'v2' }],
  artifactCollection: {
    __typename: 'ArtifactPortfolio',
    name: 'best',
    project: { name: 'registry', entityName: 'org' },
  },
}

test('reads a membership, frozen', () => {
  const membership = decoded(ArtifactMembership, node)
  expect(membership).toStrictEqual({
    id: 'TWVtYmVyc2hpcDox',
    entity: 'org',
    project: 'registry',
    name: 'best',
    kind: 'portfolio',
    version: 2,
    aliases: ['production', 'v2'],
    createdAt: new Date('2024-02-29T10:00:00Z'),
  })
  expect([membership, membership.aliases].every(Object.isFrozen)).toBe(true)
})

test('unsent fields are undefined or empty', () => {
  const collection = { __typename: 'ArtifactSequence', name: 'model', project: null }
  const membership = decoded(ArtifactMembership, { id: 'a', versionIndex: 0, artifactCollection: collection })
  expect(membership).toMatchObject({ entity: undefined, project: undefined, aliases: [], createdAt: undefined })
  expect(decoded(ArtifactMembership, ArtifactMembership.encode(membership))).toStrictEqual(membership)
})

test.each([
  [{ versionIndex: null }, ['version'], 'Int64', 'null'],
  [{ artifactCollection: null }, ['name'], 'string', 'undefined'],
  [{ aliases: [{ alias: 1 }] }, ['aliases', '0'], '{ alias }', 'object'],
])('%j is rejected', (change, path, expected, actual) => {
  expect(refusal(ArtifactMembership, { ...node, ...change })).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  const membership = decoded(ArtifactMembership, node)
  expect(decoded(ArtifactMembership, ArtifactMembership.encode(membership))).toStrictEqual(membership)
  expect([ArtifactMembership.is(membership), ArtifactMembership.is(node), ArtifactMembership.is(1)]).toEqual([
    true,
    false,
    false,
  ])
})
