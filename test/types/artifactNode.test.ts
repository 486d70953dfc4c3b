import { expect, test } from 'vitest'
import { flatArtifact, nodeOfArtifact } from '../../src/types/artifactNode.ts'

const node = {
  id: 'a',
  project: { name: 'vision', entityName: 'team' },
  defaultArtifactType: { name: 'model' },
  tags: { edges: [{ node: { name: 'x' } }] },
}

test('flatArtifact and nodeOfArtifact are inverses', () => {
  const flat = flatArtifact(node)
  expect(flat).toMatchObject({ id: 'a', entity: 'team', project: 'vision', type: 'model', tags: ['x'] })
  expect(nodeOfArtifact(flat)).toMatchObject(node)
})
