import { expect, test } from 'vitest'
import { readSearchNode } from '../../../src/query/regex/syntaxTree.ts'

test.each(['(a)\\1', '(?<n>a)\\k<n>', '(?=a+)b', '(?<!(a))b', '(?i:a)'])(
  'does not read /%s/, which needs backtracking',
  (source) => {
    expect(readSearchNode(source)).toBe(undefined)
  },
)

test('does not read what nests too many groups', () => {
  expect(readSearchNode(`${'('.repeat(501)}a${')'.repeat(501)}`)).toBe(undefined)
  expect(readSearchNode(`${'('.repeat(500)}a${')'.repeat(500)}`)).toBeDefined()
})

test('reads characters, positions, groups and repetitions', () => {
  const character = (source: string) => ({ _tag: 'Character', source })
  const sequence = (...items: ReadonlyArray<unknown>) => ({ _tag: 'Sequence', items })
  expect(readSearchNode('^\\p{L}[)\\]](?:a|b){2,}?')).toEqual({
    _tag: 'Choice',
    items: [
      sequence({ _tag: 'Position', source: '^' }, character('\\p{L}'), character('[)\\]]'), {
        ...{ _tag: 'Repeat', min: 2, max: Infinity },
        item: { _tag: 'Choice', items: [sequence(character('a')), sequence(character('b'))] },
      }),
    ],
  })
})
