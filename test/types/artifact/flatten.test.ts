import { expect, test } from 'vitest'
import {
  collectionNode,
  flattenArtifactNode,
  flattenArtifactVersionNode,
  nodeOfArtifact,
} from '../../../src/types/artifact/flatten.ts'
import { artifactNode } from '../../fixtures/types/fullNode.ts'

const node = {
  id: 'a',
  project: { name: 'vision', entityName: 'team' },
  defaultArtifactType: { name: 'model' },
  tags: { edges: [{ node: { name: 'x' } }] },
}

test('flatArtifact and nodeOfArtifact are inverses', () => {
  const flat = flattenArtifactNode(node)
  expect(flat).toMatchObject({ id: 'a', entity: 'team', project: 'vision', type: 'model', tags: ['x'] })
  expect(nodeOfArtifact(flat)).toMatchObject(node)
})

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
