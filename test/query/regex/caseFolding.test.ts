import { DuckDBInstance } from '@duckdb/node-api'
import { isRight } from 'fp-ts/lib/Either.js'
import { RE2JS } from 're2js'
import { expect, test } from 'vitest'
import { toRe2 } from '../../../src/query/regex/Pattern.ts'

const letters: ReadonlyArray<string> = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint)
  .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
  .map((codePoint) => String.fromCodePoint(codePoint))
  .filter((character) => /[\p{Changes_When_Casemapped}\p{Changes_When_Casefolded}]/u.test(character))
const all = letters.join('')

const casesOf = (letter: string): string => (all.match(new RegExp(letter, 'giu')) ?? []).join('')

test('a letter whose case can be ignored has the same cases in all engines', async () => {
  const accepted = letters.flatMap((letter) => {
    const text = toRe2({ source: letter, flags: 'i' })
    return isRight(text) ? [{ letter, text: text.right }] : []
  })
  expect(accepted.length).toBeGreaterThan(400)
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const wrong: Array<string> = []
  for (const { letter, text } of accepted) {
    const wanted = casesOf(letter)
    const matcher = RE2JS.compile(text).matcher(all)
    let found = ''
    while (matcher.find()) found += matcher.group()
    if (found !== wanted) wrong.push(`${letter} in re2js: ${found}, not ${wanted}`)
  }
  await connection.run('CREATE TABLE asked (id INTEGER, text VARCHAR)')
  const appender = await connection.createAppender('asked')
  accepted.forEach(({ text }, id) => {
    appender.appendInteger(id)
    appender.appendVarchar(text)
    appender.endRow()
  })
  appender.closeSync()
  const answer = await connection.runAndReadAll(
    "SELECT array_to_string(regexp_extract_all($all, text), '') FROM asked ORDER BY id",
    { all },
  )
  answer.getRows().forEach(([found], id) => {
    const letter = accepted[id]?.letter ?? ''
    if (found !== casesOf(letter)) wrong.push(`${letter} in DuckDB: ${found}, not ${casesOf(letter)}`)
  })
  connection.closeSync()
  instance.closeSync()
  expect(wrong).toEqual([])
})
