import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'
import { loadError } from 'wandb-run-ops/loader'
import { wholeList } from '../../../../src/loader/artifact/internal/wholeList.ts'
import { failsWith, rightOf } from '../../servers/either.ts'

const listed = {
  items: [1, 2],
  totalCount: 2,
  failures: [],
  duplicates: 0,
  skipped: 0,
  complete: true,
  cursor: undefined,
}
const failure = { path: [], expected: 'number', actual: 'string' }

test('returns the records of a whole list, frozen', () => {
  const items = rightOf(wholeList('number', E.right(listed)))
  expect(items).toEqual([1, 2])
  expect(Object.isFrozen(items)).toBe(true)
})

test('a failure, a part and an error are errors', () => {
  expect(failsWith('Unreadable', wholeList('number', E.right({ ...listed, failures: [failure] }))).what).toBe('number')
  failsWith('ResponseMalformed', wholeList('number', E.right({ ...listed, complete: false })))
  failsWith('Aborted', wholeList('number', E.left(loadError({ _tag: 'Aborted' }))))
})
