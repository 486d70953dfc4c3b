import { expect, test } from 'vitest'
import type { Args } from '../../../cli/arguments/Command.ts'
import { filePattern } from '../../../cli/load/filePattern.ts'

const args = (...files: ReadonlyArray<string>): Args => ({
  positionals: [],
  has: () => files.length > 0,
  value: () => files[0],
  values: () => files,
})

const names = ['config.yaml', '.hidden.json', 'media/a.json', 'media/deep/b.json', 'odd[1].txt', '!x']

test.each([
  [[], names],
  [['*.json'], ['.hidden.json', 'media/a.json', 'media/deep/b.json']],
  [['media/*'], ['media/a.json']],
  [['media/**'], ['media/a.json', 'media/deep/b.json']],
  [['{config,b}.*'], ['config.yaml', 'media/deep/b.json']],
  [['odd[1].txt'], ['odd[1].txt']],
  [['!x'], ['!x']],
  [
    ['config.yaml', 'a.json'],
    ['config.yaml', 'media/a.json'],
  ],
  [['nope'], []],
])('%j wants %j', (patterns, wanted) => {
  expect(names.filter(filePattern(args(...patterns)))).toEqual(wanted)
})

test('refuses an empty pattern', () => {
  expect(() => filePattern(args(' '))).toThrow(/^--files must be a name or a pattern/)
})
