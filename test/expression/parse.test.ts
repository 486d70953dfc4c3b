import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/expression/parse.ts'
import { print } from '../../src/expression/print.ts'

const canonical = (text: string): string =>
  pipe(
    parse(text),
    E.match(({ message }) => message, print),
  )

const refused = (text: string) =>
  pipe(
    parse(text),
    E.match(
      ({ start, end, message, hint }) => [text.slice(start, end), message, hint],
      () => undefined,
    ),
  )

describe('parse', () => {
  it.each([
    ['a === b', 'a == b'],
    ['a = b', 'a == b'],
    ['a !== b', 'a != b'],
    ['a // b', 'a // b'],
    ['runs.map((r) => {return r.name})', 'runs.map((r) => r.name)'],
    ['runs.map(anything => anything.name)', 'runs.map((anything) => anything.name)'],
    ['runs.map((r) => {Epoch: r.config["e"]})', 'runs.map((r) => ({ Epoch: r.config["e"] }))'],
    ['runs.count()', 'runs.count'],
    ['a /* a note */ + b', 'a + b'],
    ["x['it\\'s']", 'x["it\'s"]'],
  ])('reads %s as %s', (text, same) => {
    expect(canonical(text)).toBe(same)
  })

  it.each([
    ['a ? b : c', 'a ? b : c', 'The language has no ? and :.', undefined],
    ['`a`', '`a`', 'The language has no templates.', 'Write text in quotes, joined by +.'],
    ['f(...a)', '...a', 'The language has no ….', 'Write concat([first, second]).'],
    ['[...a]', '...a', 'The language has no ….', 'Write concat([first, second]).'],
    ['a?.b', 'a?.b', 'The language has no ?.', 'Write a dot: null goes through.'],
    [
      'a.map(function (r) { return r })',
      'function (r) { return r }',
      'The language has no function.',
      'Write (row) => value.',
    ],
    ['new Date("2026")', 'new Date("2026")', 'The language has no new.', 'Leave it out: Date("2026-11-21").'],
    ['a ?? b', 'a ?? b', 'The language has no operator ??.', 'Write coalesce(first, second).'],
    ['a & b', 'a & b', 'The language has no operator &.', 'Write && for "and".'],
    ['a, b', 'a, b', 'One expression is expected, not several.', 'Write a list: [first, second].'],
    ['this', 'this', 'The language has no this.', undefined],
    ['typeof a', 'typeof a', 'The language has no operator typeof.', undefined],
    ['{a: 1, a: 2}', 'a', 'The key "a" stands twice.', 'Leave one out.'],
  ])('refuses %s at its place and says what to write', (text, place, message, hint) => {
    expect(refused(text)).toEqual([place, message, hint])
  })

  it.each([
    '/a+/',
    'runs.filter(/a/)',
    'const a = 1',
    'if (a) b',
    'a => { const b = 1; return b }',
    'a;',
    'runs.',
    '"a',
    '',
  ])('refuses %s within its text', (text) => {
    const parsed = parse(text)
    expect(E.isLeft(parsed)).toBe(true)
    if (E.isRight(parsed)) return
    expect(parsed.left.start).toBeLessThanOrEqual(parsed.left.end)
    expect(parsed.left.end).toBeLessThanOrEqual(text.length)
  })

  it('refuses what is nested too deeply, however deep it is', () => {
    expect(E.isLeft(parse('('.repeat(50_000) + ')'.repeat(50_000)))).toBe(true)
    expect(E.isLeft(parse(`a${'.b'.repeat(5000)}`))).toBe(true)
  })

  it('says where each part stands, emoji counted as two', () => {
    expect(parse('"🚀" + x')).toMatchObject({
      right: { start: 0, end: 8, left: { start: 0, end: 4 }, right: { start: 7, end: 8 } },
    })
  })
})
