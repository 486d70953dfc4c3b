import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, test } from 'vitest'
import { makeClient } from 'wandb-run-ops/loader'
import { graphqlDocument, pageSelection, pageVariables } from '../../../src/client/graphql/document.ts'
import { findProject, findRun, inProject, inRun } from '../../../src/client/graphql/inProject.ts'
import { request } from '../../../src/client/graphql/request.ts'
import { failsWith } from '../../loader/servers/either.ts'
import { scripted } from '../../loader/servers/scripted.ts'

const path = { entity: 'team', project: 'vision', id: 'a1' }

describe('a document', () => {
  test('declares its variables, or none', () => {
    expect(graphqlDocument('Viewer', {}, 'viewer { id }')).toEqual({
      name: 'Viewer',
      text: 'query Viewer { viewer { id } }',
    })
    expect(graphqlDocument('Users', { query: 'String', ...pageVariables }, 'users { id }').text).toBe(
      'query Users($query: String, $first: Int, $after: String) { users { id } }',
    )
  })

  test('selects a page, with or without the cursors of edges', () => {
    expect(pageSelection('id')).toBe('pageInfo { endCursor hasNextPage } edges { cursor node { id } }')
    expect(pageSelection('id', '')).toBe('pageInfo { endCursor hasNextPage } edges { node { id } }')
  })

  test('of a project or a run declares the path', () => {
    expect(inProject('Tags', { filters: 'JSONString' }, 'tags').text).toBe(
      'query Tags($entity: String!, $project: String!, $filters: JSONString) ' +
        '{ project(name: $project, entityName: $entity) { name entityName tags } }',
    )
    expect(inRun('State', {}, 'state').text).toBe(
      'query State($entity: String!, $project: String!, $id: String!) ' +
        '{ project(name: $project, entityName: $entity) { name entityName run(name: $id) { state } } }',
    )
  })

  test('is sent under its name', async () => {
    const { fetch, sent } = scripted(() => ({ data: {} }))
    await request(makeClient({ fetch }), graphqlDocument('Viewer', {}, 'viewer { id }'), { a: 1 })
    expect(sent).toMatchObject([
      { operationName: 'Viewer', query: 'query Viewer { viewer { id } }', variables: { a: 1 } },
    ])
  })

  test('is sent with variables that are made for every attempt', async () => {
    const { fetch, sent } = scripted((_, index) => (index === 0 ? new Response('', { status: 500 }) : { data: {} }))
    let size = 4
    const variables = () => {
      size /= 2
      return { first: size }
    }
    const client = makeClient({ fetch, sleep: async () => {} })
    await request(client, graphqlDocument('Viewer', {}, 'viewer { id }'), variables)
    expect(sent.map((one) => one.variables)).toEqual([{ first: 2 }, { first: 1 }])
  })
})

describe('findProject and findRun', () => {
  const client = makeClient({ apiKey: 'vision-key' })

  test('return what is there', () => {
    const run = { id: 'x' }
    expect(findProject(client, path, { project: { run } })).toEqual(E.right({ run }))
    expect(findRun(client, path, { project: { run } })).toEqual(E.right(run))
  })

  test('name the part that is not, without the API key', () => {
    expect(failsWith('NotFound', findRun(client, path, { project: null }))).toMatchObject({
      what: 'project',
      path: 'team/vision',
    })
    const withKey = { ...path, id: 'vision-key' }
    expect(failsWith('NotFound', findRun(client, withKey, { project: { run: null } }))).toMatchObject({
      what: 'run',
      path: 'team/vision/[key]',
    })
  })

  test('take no other value for a project or a run', () => {
    failsWith('ResponseMalformed', findProject(client, path, { project: [] }))
    failsWith('ResponseMalformed', findRun(client, path, { project: { run: 'text' } }))
  })
})
