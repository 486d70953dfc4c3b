import * as t from 'io-ts'
import { expect, test } from 'vitest'
import { connection, nullable } from 'wandb-run-ops/types'
import { selectionOf } from '../../../src/client/graphql/selectionOf.ts'
import { AppUrl, field, record, textIn } from '../../../src/types/wire/record.ts'

const Person = record<{ readonly id: string; readonly name: string | undefined }>('Person', {
  id: field('id', t.string),
  name: field('fullName', nullable(t.string)),
})

const Team = {
  reads: {
    entity: field('project.entity.name', t.string),
    tags: field('tags', connection(textIn('name'))),
    boss: field('boss', nullable(Person)),
    members: field('members', connection(Person)),
    path: field('project.path', t.string),
    appUrl: field('appUrl', AppUrl),
  },
}

test('selects the fields of a codec by their names in the API', () => {
  expect(selectionOf(Person)).toBe('id fullName')
})

test('selects records, connections and nested fields in it, each once, and nothing that the client adds', () => {
  expect(selectionOf(Team)).toBe(
    'project { entity { name } path } tags { edges { node { name } } } boss { id fullName } ' +
      'members { edges { node { id fullName } } }',
  )
})

test('adds arguments to fields, and leaves fields out', () => {
  expect(selectionOf(Team, { project: false, boss: false, members: false, tags: '(first: 9)' })).toBe(
    'tags(first: 9) { edges { node { name } } }',
  )
})

test('selects nothing of a scalar', () => {
  expect(selectionOf(t.string)).toBe('')
})
