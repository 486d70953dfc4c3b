import { expect, test } from 'vitest'
import { membersOf } from '../../../../src/loader/artifact/internal/membersOf.ts'

const project = { name: 'registry', entityName: 'team' }
const collection = { name: 'best', project }
const alias = (text: string, name: string) => ({ alias: text, artifactCollection: { name, project } })
const edge = (version: unknown, more: object = {}) => ({
  version,
  node: { versionIndex: 7, aliases: [alias('production', 'best'), alias('latest', 'model')], ...more },
})

const memberships = (edges: ReadonlyArray<unknown>): ReadonlyArray<unknown> => {
  const { edges: all } = membersOf({ ...collection, artifacts: { edges } }) as {
    readonly edges: ReadonlyArray<{ readonly node: { readonly membership: unknown } }>
  }
  return all.map(({ node }) => node.membership)
}

test('each node has its number and aliases in the collection', () => {
  expect(memberships([edge('v2')])).toMatchObject([
    { versionIndex: 2, aliases: [{ alias: 'production' }], artifactCollection: collection },
  ])
})

test.each([[undefined], ['two'], ['v02'], [3]])('takes the number of the node where the edge reports %j', (version) => {
  expect(memberships([edge(version)])).toMatchObject([{ versionIndex: 7 }])
})

test('leaves invalid lists, edges and nodes to the decoder', () => {
  expect(membersOf({ artifacts: 5 })).toBe(5)
  expect(membersOf({ artifacts: { edges: 5 } })).toEqual({ edges: 5 })
  expect(membersOf({ artifacts: { edges: [null, { node: null }, { node: 5 }] } })).toEqual({
    edges: [null, { node: null }, { node: 5 }],
  })
  expect(memberships([edge('v1', { aliases: 5 })])).toMatchObject([{ aliases: 5 }])
})
