import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTime } from '../../../src/types/codec/parseTime.ts'
import { plainTime } from '../../../src/types/codec/plainTime.ts'
import { law } from '../../laws/law.ts'

const agrees = (text: string): boolean => {
  const time = plainTime(text)
  return time === undefined || time.getTime() === parseTime(text)?.getTime()
}

const number = (below: number, width: number): fc.Arbitrary<string> =>
  fc.nat(below).map((n) => String(n).padStart(width, '0'))

/** Times of the common form, with numbers slightly out of range and occasionally a changed character. */
const nearly: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(number(9999, 4), fc.constantFrom('0000', '0099', '0100', '1900', '2000', '2023', '2024')),
    number(13, 2),
    number(32, 2),
    number(25, 2),
    number(60, 2),
    number(60, 2),
    fc.constantFrom('', '.000', '.5', '.123', '.999', '.1234', '.12a', ',123'),
    fc.constantFrom('', 'Z', 'z', '+02', ' '),
    fc.nat(24),
    fc.option(fc.constantFrom('-', 'T', ' ', ':', '.', 'a', '/', 'Z'), { freq: 4 }),
  )
  .map(([year, month, day, hour, minute, second, fraction, zone, at, changed]) => {
    const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`
    return changed === null ? text : text.slice(0, at) + changed + text.slice(at + 1)
  })

test('parses what parseTime parses, to the same time, or nothing', () => {
  law([fc.oneof(nearly, fc.string({ unit: fc.constantFrom(...'0123456789-:.TZ '), maxLength: 25 }))], agrees)
})

test.each(['', 'Z'])('reads every day of four years with %j after the time', (end) => {
  for (let day = Date.UTC(2023, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
    const text = `${new Date(day).toISOString().slice(0, 10)}T23:59:58${end}`
    expect(plainTime(text)?.getTime(), text).toBe(parseTime(text)?.getTime())
  }
})

test.each([
  '2023-02-29',
  '2024-02-30',
  '1900-02-29',
  '2023-04-31',
  '2023-00-10',
  '2023-13-01',
  '2023-01-00',
  '2023-01-32',
])('leaves %s to parseTime', (day) => {
  expect(plainTime(`${day}T00:00:00Z`)).toBeUndefined()
})
