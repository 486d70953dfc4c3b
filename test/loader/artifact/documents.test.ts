import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { sdl } from '../../../sandbox/graphql/schema.ts'
import { optionalFields } from '../../../src/client/graphql/optionalFields.ts'
import * as documents from '../../../src/loader/artifact/documents.ts'
import { projectScopedDocument, versionScopedDocument } from '../../../src/loader/artifact/documents.ts'
import { wandbSchema } from '../../fixtures/wandbSchema.ts'

test('inProject asks for something in a project', () => {
  expect(projectScopedDocument('A', ', $x: Int', 'runs(first: $x) { totalCount }')).toBe(
    'query A($entity: String!, $project: String!, $x: Int) ' +
      '{ project(name: $project, entityName: $entity) { name entityName runs(first: $x) { totalCount } } }',
  )
})

test('ofVersion asks for something of a version, by its id or by its path', () => {
  expect(versionScopedDocument('A', 'id', ', $x: Int', 'id')).toBe(
    'query A($id: ID!, $x: Int) { artifact(id: $id) { id } }',
  )
  expect(versionScopedDocument('A', 'path', '', 'id')).toBe(
    'query A($entity: String!, $project: String!, $name: String!, $alias: String!) ' +
      '{ project(name: $project, entityName: $entity) { name entityName ' +
      'artifactCollection(name: $name) { artifactMembership(aliasName: $alias) { artifact { id } } } } }',
  )
})

const paged = ', $first: Int, $after: String'

const all = (isKnown: boolean): Readonly<Record<string, string>> => ({
  types: documents.typesDocument,
  type: documents.typeDocument,
  artifacts: documents.artifactsDocument(false),
  'artifacts of a type': documents.artifactsDocument(true),
  artifact: documents.artifactDocument,
  aliases: documents.aliasesDocument,
  versions: documents.artifactVersionsDocument(isKnown),
  'version by path': documents.versionByPathDocument(isKnown),
  'version by id': documents.versionByIdDocument(isKnown),
  'memberships by id': versionScopedDocument('A', 'id', '', documents.membershipsSelection),
  'files by id': versionScopedDocument('A', 'id', `, $names: [String!]${paged}`, documents.filesSelection(isKnown)),
  'used by, by path': versionScopedDocument('A', 'path', paged, documents.usedBySelection('id name')),
  'made by, by id': versionScopedDocument('A', 'id', '', documents.createdBySelection('id name')),
})

const errorsIn = (schema: ReturnType<typeof buildSchema>, document: string): ReadonlyArray<string> =>
  validate(schema, parse(document)).map(({ message }) => message)

describe("W&B's schema of 2023", () => {
  test.each(Object.entries(all(false)))('has all of %s', (_, document) => {
    expect(errorsIn(wandbSchema, document)).toEqual([])
  })

  test.each(Object.entries(all(true)))('lacks nothing of %s but the younger fields', (_, document) => {
    const known = Object.entries(optionalFields).flatMap(([type, names]) =>
      names.map((name) => `Cannot query field "${name}" on type "${type}".`),
    )
    const unexpected = errorsIn(wandbSchema, document).filter(
      (message) => !known.some((one) => message.startsWith(one)),
    )
    expect(unexpected).toEqual([])
  })
})

describe('the schema of the sandbox', () => {
  const schema = buildSchema(sdl())

  test.each(Object.entries(all(true)))('has all of %s', (_, document) => {
    expect(errorsIn(schema, document)).toEqual([])
  })
})
