import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { expect, test } from 'vitest'
import { graphqlDocument } from '../../../src/client/graphql/document.ts'
import { readSinglePage } from '../../../src/client/graphql/singlePage.ts'
import { decodeNode } from '../../../src/types/wire/DecodeFailure.ts'
import { failsWith, rightOf } from '../../loader/servers/either.ts'

const document = graphqlDocument('Numbers', {}, 'numbers { edges { node } }')
const numbers: t.Type<number, unknown> = new t.Type(
  'Number',
  t.number.is,
  (u, context) => t.number.validate(u, context),
  t.identity,
)
const read = (connection: unknown) => readSinglePage(document, connection, decodeNode(numbers))

test('returns the records in order, and counts the rest', () => {
  const edges = [{ node: 2 }, { node: null }, { node: 'x' }, { node: 1 }, { node: 1 }, null]
  const { items, failures, skipped, duplicates, complete } = rightOf(read({ edges }))
  expect([items, skipped, duplicates, complete]).toEqual([[2, 1, 1], 2, 0, true])
  expect(failures).toMatchObject([{ page: 0, index: 2 }])
})

test('is not complete if the server has more', () => {
  expect(rightOf(read({ edges: [{ node: 1 }], pageInfo: { hasNextPage: true } })).complete).toBe(false)
})

test('null is an empty list, and no connection is an error with the name of the operation', () => {
  expect(read(null)).toMatchObject(E.right({ items: [], complete: true }))
  expect(failsWith('ResponseMalformed', read(5)).detail).toBe('no list in the response to Numbers')
})
