import { comparisons, type Ordering } from './comparisons.ts'
import { textInJson, wellFormed } from './sqlJson.ts'
import type { Writer } from './Writer.ts'

/** A test of a string. */
export interface TextTest {
  /** The test as SQL on a text expression. */
  readonly sql: (text: string) => string
  /** The test as SQL on a string stored in JSON, when that differs. */
  readonly jsonSql?: (text: string) => string
  readonly holds: (text: string) => boolean
}

/** Characters from which on UTF-8 bytes and UTF-16 code units sort differently. */
const UNORDERED = /[\ud800-\uffff]/

/** Whether a string is ordered before or after another. */
export const textCompares = (ordering: Ordering, operand: string, { engine, bind }: Writer): TextTest => {
  const { sign, holds } = comparisons[ordering]
  const key = UNORDERED.test(operand) ? engine.textKey : (text: string) => text
  const sqlWith = (other: string) => (text: string) => `${key(text)} ${sign} ${key(bind(other))}`
  return {
    sql: sqlWith(wellFormed(operand)),
    jsonSql: sqlWith(textInJson(operand)),
    holds: (text) => holds(text, operand),
  }
}

/** Whether a string contains a substring. */
export const textContains = (part: string, { engine, bind }: Writer): TextTest => ({
  sql: (text) => engine.contains(text, bind(wellFormed(part))),
  holds: (text) => text.includes(part),
})
