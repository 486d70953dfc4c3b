import { expect, test } from 'vitest'
import { collectionNode, flattenArtifactVersionNode } from '../../../src/types/artifact/flatten.ts'
import { artifactNode } from '../../fixtures/types/fullNode.ts'

test('flatVersion flattens a node', () => {
  expect(flattenArtifactVersionNode({ ...artifactNode, tags: [{ name: 'a' }] })).toEqual({
    entity: 'team',
    project: 'vision',
    name: 'weights',
    version: 3,
    aliases: ['v3', 'latest'],
    type: 'model',
    tags: ['a'],
    source: { entity: 'team', project: 'vision', name: 'weights', version: 3 },
    updatedAt: artifactNode.updatedAt,
  })
})

test('flatVersion leaves what is not a list to the codec', () => {
  expect(flattenArtifactVersionNode({ aliases: 5, tags: 'a' })).toMatchObject({ aliases: 5, tags: 'a' })
})

test.each([
  [
    { entity: 'e', project: 'p', name: 'n' },
    { name: 'n', project: { name: 'p', entityName: 'e' } },
  ],
  [
    { entity: undefined, project: 'p', name: 'n' },
    { name: 'n', project: { name: 'p', entityName: null } },
  ],
  [
    { entity: undefined, project: undefined, name: 'n' },
    { name: 'n', project: null },
  ],
])('nodeOfPlace(%j)', (place, node) => {
  expect(collectionNode(place)).toEqual(node)
})
