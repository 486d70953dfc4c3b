import { expect, test } from 'vitest'
import { inProject, ofVersion } from '../../../../src/loader/internal/artifact/ofVersion.ts'

test('inProject asks for something in a project', () => {
  expect(inProject('A', ', $x: Int', 'runs(first: $x) { totalCount }')).toBe(
    'query A($entity: String!, $project: String!, $x: Int) ' +
      '{ project(name: $project, entityName: $entity) { name entityName runs(first: $x) { totalCount } } }',
  )
})

test('ofVersion asks for something of a version, by its id or by its path', () => {
  expect(ofVersion('A', 'id', ', $x: Int', 'id')).toBe('query A($id: ID!, $x: Int) { artifact(id: $id) { id } }')
  expect(ofVersion('A', 'path', '', 'id')).toBe(
    'query A($entity: String!, $project: String!, $name: String!, $alias: String!) ' +
      '{ project(name: $project, entityName: $entity) { name entityName ' +
      'artifactCollection(name: $name) { artifactMembership(aliasName: $alias) { artifact { id } } } } }',
  )
})
