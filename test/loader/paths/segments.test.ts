import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invalidPath, readSegments } from '../../../src/loader/paths/segments.ts'
import { law } from '../../laws/law.ts'

describe('readSegments', () => {
  test.each([
    ['a/b', false, ['a', 'b']],
    [' / a / b c / ', false, ['a', 'b c']],
    ['a//b', false, ['a', '', 'b']],
    ['', false, ['']],
    ['100%', false, ['100%']],
    ['https://wandb.ai/a//b%20c/?x=/y#/z', true, ['a', 'b c']],
    ['HTTP://localhost:8080/100%', true, ['100%']],
    ['https://wandb.ai', true, []],
    ['https://', true, []],
  ])('%j: URL %s, %j', (path, isUrl, segments) => {
    expect(readSegments(path)).toEqual({ isUrl, segments })
  })

  test('a URL has the segments that were encoded into it', () => {
    const segment = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 8 })
      .filter((text) => text.trim() === text && !/^\.{1,2}$/.test(text))
    law([fc.array(segment)], (segments) => {
      const url = `https://wandb.ai/${segments.map(encodeURIComponent).join('/')}`
      return JSON.stringify(readSegments(url).segments) === JSON.stringify(segments)
    })
  })
})

describe('invalidPath', () => {
  test('says what was expected, and what is wrong if that is known', () => {
    expect(invalidPath('a/b/c', 'entity/project').message).toBe('Invalid path "a/b/c": expected entity/project.')
    expect(invalidPath('a/b/c', 'entity/project', 'too many segments').message).toBe(
      'Invalid path "a/b/c": too many segments; expected entity/project.',
    )
  })

  test('shows no password, and only the start of a long path', () => {
    expect(invalidPath('https://api:secret@wandb.ai/a', 'x')).toHaveProperty('path', 'https://wandb.ai/a')
    expect(invalidPath('a'.repeat(5000), 'x')).toHaveProperty('path', `${'a'.repeat(200)}…`)
  })
})
