import { describe, expect, test } from 'vitest'
import { column, count, mean } from 'wandb-run-ops/query'
import { answerNames, relationIssue } from '../../src/query/relationIssue.ts'

const loss = column.summary('loss')
const issueOf = (relation: unknown): string | undefined => {
  const issue = relationIssue(relation)
  return issue === undefined ? undefined : `${issue.field} ${issue.reason}`
}

describe('a relation', () => {
  test('may have no parts, or all that go together', () => {
    const groups = {
      source: 'r',
      filter: { _tag: 'And', filters: [] },
      order: [],
      groupBy: { lr: column.config('lr') },
    }
    expect(issueOf({})).toBeUndefined()
    expect(issueOf({ columns: { loss }, sort: [{ by: 'loss', direction: 'desc' }], limit: 0 })).toBeUndefined()
    expect(
      issueOf({ ...groups, aggregates: { runs: count() }, sort: [{ by: 'runs', direction: 'asc' }] }),
    ).toBeUndefined()
    expect(issueOf({ groupBy: {}, aggregates: { runs: count(undefined as never) } })).toBeUndefined()
  })

  test('is an object of known options', () => {
    expect(issueOf(null)).toBe('query must be an object of options, got null')
    expect(issueOf([])).toBe('query must be an object of options, got array')
    expect(issueOf({ filters: [] })).toBe('filters is not an option. Did you mean filter?')
    expect(issueOf(JSON.parse('{"__proto__": 1}'))).toMatch(
      /^__proto__ is not an option\. The options are source, filter/,
    )
  })

  test('is refused by the path of its first invalid part', () => {
    expect(issueOf({ source: '' })).toBe('source must be a non-empty name without NUL')
    expect(issueOf({ filter: 'x' })).toMatch(/^filter must be a filter/)
    expect(issueOf({ order: loss })).toMatch(/^order must be an order/)
    expect(issueOf({ columns: { 'a.b': 1 } })).toMatch(/^columns\.a\.b must be a column/)
    expect(issueOf({ groupBy: [loss] })).toBe('groupBy must be an object of values by name, got array')
    expect(issueOf({ aggregates: { a: loss } })).toMatch(/^aggregates\.a must be an aggregate/)
    expect(issueOf({ limit: -1 })).toBe('limit must be a non-negative integer')
    expect(issueOf({ limit: 1.5 })).toBe('limit must be a non-negative integer')
    expect(issueOf({ sort: 'loss' })).toMatch(/^sort must be a list/)
    expect(issueOf({ sort: [null] })).toMatch(/^sort\.0 must be an object/)
    expect(issueOf({ sort: [{ by: 1, direction: 'asc' }] })).toMatch(/^sort\.0\.by must be the name/)
    expect(issueOf({ sort: [{ by: 'id', direction: 'up' }] })).toBe('sort.0.direction must be "asc" or "desc"')
  })

  test('has parts that go together', () => {
    expect(issueOf({ columns: { loss }, groupBy: {} })).toBe('columns cannot be combined with groupBy or aggregates')
    expect(issueOf({ groupBy: { a: loss }, aggregates: { a: mean(loss) } })).toBe(
      'aggregates.a is also the name of a group key: choose another name',
    )
    expect(issueOf({ columns: {} })).toBe('columns must name at least one column')
    expect(issueOf({ groupBy: {} })).toBe('aggregates must name at least one column')
    expect(issueOf({ columns: { loss }, sort: [{ by: 'los', direction: 'asc' }] })).toBe(
      'sort.0.by is "los", not a column of the answer. Did you mean loss?',
    )
    expect(issueOf({ sort: [{ by: 'loss', direction: 'asc' }] })).toBe(
      'sort.0.by is "loss", not a column of the answer. The columns are id.',
    )
  })
})

test('the answer has the group keys, then the aggregates, each in the order given', () => {
  expect(answerNames({ groupBy: { b: loss, a: loss }, aggregates: { 0: count(), z: mean(loss) } } as never)).toEqual([
    ...['b', 'a', '0', 'z'],
  ])
  expect(answerNames({ columns: { b: loss, a: loss } } as never)).toEqual(['b', 'a'])
  expect(answerNames({})).toEqual(['id'])
})
