import { expect, test } from 'vitest'
import { escapeControl, escapeLines } from '../../../src/types/wire/escapeControl.ts'

test('control characters and marks of direction become visible symbols', () => {
  expect(escapeControl('a\nb\u001b[31m\u007f\u0085\u202e')).toBe('a␊b␛[31m␡��')
  expect(escapeControl('é 🚀')).toBe('é 🚀')
})

test('escapeLines keeps line breaks and tabs', () => {
  expect(escapeLines('a\n\tb\r\u001b')).toBe('a\n\tb␍␛')
})
