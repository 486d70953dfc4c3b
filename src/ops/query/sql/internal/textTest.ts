import { comparisons, type Ordering } from './comparisons.ts'
import { textInJson, wellFormed } from './sqlJson.ts'
import type { Writer } from './Writer.ts'

/** A question to a text. */
export interface TextTest {
  /** As SQL over the SQL of a text. */
  readonly sql: (text: string) => string
  /** As SQL over a text as it stands in JSON, if that asks otherwise. */
  readonly jsonSql?: (text: string) => string
  readonly holds: (text: string) => boolean
}

/** From here on bytes of UTF-8 and code units of UTF-16 order differently. */
const UNORDERED = /[\ud800-\uffff]/

/** Whether a text comes before or after another. */
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

/** Whether a text has a part. */
export const textContains = (part: string, { engine, bind }: Writer): TextTest => ({
  sql: (text) => engine.contains(text, bind(wellFormed(part))),
  holds: (text) => text.includes(part),
})
