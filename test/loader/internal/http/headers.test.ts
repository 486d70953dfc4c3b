import { describe, expect, test } from 'vitest'
import { checkHeaders, mergeHeaders } from '../../../../src/loader/internal/http/headers.ts'

describe('checkHeaders', () => {
  test.each([undefined, {}, { 'X-Team': 'a b', 'user-agent': 'é' }])('takes %j', (headers) => {
    expect(checkHeaders(headers)).toBeUndefined()
  })

  test.each([null, 'text', { '': 'x' }, { 'a b': 'x' }, { 'a:': 'x' }, { a: 1 }, { a: 'x\r\ny: z' }, { a: '🚀' }])(
    'refuses %j',
    (headers) => {
      expect(checkHeaders(headers)).toMatchObject({ _tag: 'InvalidClient', option: 'headers' })
    },
  )

  test('does not repeat a value', () => {
    expect(JSON.stringify(checkHeaders({ cookie: 'secret\n' }))).not.toContain('secret')
  })
})

describe('mergeHeaders', () => {
  test('takes the last of a name in whatever case', () => {
    expect(mergeHeaders({ Accept: 'a', 'X-One': '1' }, undefined, { ACCEPT: 'b' })).toEqual({
      accept: 'b',
      'x-one': '1',
    })
  })
})
