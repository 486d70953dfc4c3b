import { expect, test } from 'vitest'
import { cutText, padText, textWidth } from '../../../src/ops/table/terminalText.ts'

test('East Asian and full-width characters and emoji take two cells, marks none', () => {
  const widths = {
    abc: 3,
    '': 0,
    学習: 4,
    한글: 4,
    ｱ: 1,
    Ａ: 2,
    'e\u0301': 1,
    '🚀': 2,
    '👩‍🔬': 2,
    '🇩🇪': 2,
    '❤️': 2,
    é: 1,
    '\u200b': 0,
  }
  expect(Object.keys(widths).map(textWidth)).toEqual(Object.values(widths))
})

test('a text is cut to a width, between characters', () => {
  expect(cutText('abcdef', 4)).toBe('abc…')
  expect(cutText('abcd', 4)).toBe('abcd')
  expect(cutText('学習率', 5)).toBe('学習…')
  expect(cutText('学習率', 4)).toBe('学…')
  expect(cutText('学習率', 6)).toBe('学習率')
  expect(cutText('👩‍🔬👩‍🔬', 3)).toBe('👩‍🔬…')
  expect(cutText('学', 1)).toBe('…')
  expect(cutText(`e${'\u0301'.repeat(1_000_000)}`, 3)).toHaveLength(161)
})

test('a text is filled to a width', () => {
  expect(padText('学', 4, 'left')).toBe('学  ')
  expect(padText('7', 3, 'right')).toBe('  7')
  expect(padText('long', 2, 'right')).toBe('long')
})
