import { expect, test } from 'vitest'
import { Artifact, ArtifactKind, artifactCodec } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

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

const node = {
  __typename: 'ArtifactSequence',
  id: 'QXJ0aWZhY3RDb2xsZWN0aW9uOjE=',
  name: 'model',
  description: 'weights',
  createdAt: '2024-02-29T10:00:00',
  updatedAt: '2024-03-01T10:00:00Z',
  project: { name: 'vision', entityName: 'team' },
  defaultArtifactType: { name: 'model' },
  tags: { edges: [{ node: { name: 'reviewed' } }, null, { node: null }] },
}

test('reads an artifact, frozen', () => {
  const artifact = decoded(Artifact, node)
  expect(artifact).toStrictEqual({
    id: 'QXJ0aWZhY3RDb2xsZWN0aW9uOjE=',
    entity: 'team',
    project: 'vision',
    name: 'model',
    type: 'model',
    kind: 'sequence',
    description: 'weights',
    tags: ['reviewed'],
    createdAt: new Date('2024-02-29T10:00:00Z'),
    updatedAt: new Date('2024-03-01T10:00:00Z'),
    appUrl: 'https://wandb.ai',
  })
  expect([artifact, artifact.tags].every(Object.isFrozen)).toBe(true)
})

test('reads a portfolio, on the web app of its server', () => {
  const artifact = decoded(artifactCodec('https://w.example.com'), { ...node, __typename: 'ArtifactPortfolio' })
  expect([artifact.kind, artifact.appUrl]).toEqual(['portfolio', 'https://w.example.com'])
})

test('unsent fields are undefined or empty', () => {
  const artifact = decoded(Artifact, { ...node, description: null, updatedAt: null, tags: null })
  expect([artifact.description, artifact.updatedAt, artifact.tags]).toEqual([undefined, undefined, []])
})

test.each([
  [{ id: '' }, ['id'], 'StorageId', 'string'],
  [{ __typename: 'Artifact' }, ['kind'], 'ArtifactKind', 'string'],
  [{ __typename: undefined }, ['kind'], 'ArtifactKind', 'undefined'],
  [{ project: null }, ['entity'], 'string', 'undefined'],
  [{ defaultArtifactType: null }, ['type'], 'string', 'undefined'],
  [{ tags: { edges: 5 } }, ['tags'], 'Connection<{ name }>', 'object'],
  [{ tags: { edges: [{ node: { name: 5 } }] } }, ['tags', '0'], '{ name }', 'object'],
  [{ createdAt: null }, ['createdAt'], 'UtcDate', 'null'],
])('%j is rejected', (change, path, expected, actual) => {
  expect(refusal(Artifact, { ...node, ...change })).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  for (const change of [{}, { __typename: 'ArtifactPortfolio' }, { tags: null, updatedAt: null }]) {
    const artifact = decoded(Artifact, { ...node, ...change })
    expect(decoded(Artifact, Artifact.encode(artifact))).toStrictEqual(artifact)
    expect(Artifact.is(artifact)).toBe(true)
  }
  expect([node, null, { ...decoded(Artifact, node), appUrl: 1 }].filter(Artifact.is)).toEqual([])
})
