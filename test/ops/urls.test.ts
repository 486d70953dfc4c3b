import { describe, expect, test } from 'vitest'
import { encodePathSegment } from '../../src/ops/urls.ts'

describe('pathSegment', () => {
  test('encodes characters that would end a segment', () => {
    expect(encodePathSegment('a/b?c#d %')).toBe('a%2Fb%3Fc%23d%20%25')
  })

  test('encodes whole surrogate pairs', () => {
    expect(encodePathSegment('🚀')).toBe('%F0%9F%9A%80')
  })

  test.each(['\ud800', '\udc00', 'a\ud800b'])('replaces a lone surrogate instead of throwing', (name) => {
    expect(encodePathSegment(name)).toContain('%EF%BF%BD')
  })
})
