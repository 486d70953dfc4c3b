import { buildSchema, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { sdl } from '../../../sandbox/graphql/schema.ts'
import type { GraphqlDocument } from '../../../src/client/graphql/document.ts'
import { optionalFields } from '../../../src/client/graphql/optionalFields.ts'
import * as documents from '../../../src/loader/artifact/documents.ts'
import { wandbSchema } from '../../fixtures/wandbSchema.ts'

test('inVersion asks for something of a version, by its id or by its path', () => {
  expect(documents.inVersion('A', 'id', { x: 'Int' }, 'id')).toEqual({
    name: 'A',
    text: 'query A($id: ID!, $x: Int) { artifact(id: $id) { id } }',
  })
  expect(documents.inVersion('A', 'path', {}, 'id')).toEqual({
    name: 'A',
    text:
      'query A($entity: String!, $project: String!, $name: String!, $alias: String!) ' +
      '{ project(name: $project, entityName: $entity) { name entityName ' +
      'artifactCollection(name: $name) { artifactMembership(aliasName: $alias) { artifact { id } } } } }',
  })
})

const all = (isKnown: boolean): Readonly<Record<string, GraphqlDocument>> => ({
  types: documents.typesDocument,
  type: documents.typeDocument,
  artifacts: documents.artifactsDocument(false),
  'artifacts of a type': documents.artifactsDocument(true),
  artifact: documents.artifactDocument,
  aliases: documents.aliasesDocument,
  versions: documents.artifactVersionsDocument(isKnown),
  'version by path': documents.versionDocument('path', isKnown),
  'version by id': documents.versionDocument('id', isKnown),
  'manifest by path': documents.manifestDocument('path'),
  'memberships by id': documents.membershipsDocument('id'),
  'files by id': documents.artifactFilesDocument('id', isKnown),
  'used by, by path': documents.usedByDocument('path', 'id name'),
  'made by, by id': documents.loggedByDocument('id', 'id name'),
})

const errorsIn = (schema: ReturnType<typeof buildSchema>, { text }: GraphqlDocument): ReadonlyArray<string> =>
  validate(schema, parse(text)).map(({ message }) => message)

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
