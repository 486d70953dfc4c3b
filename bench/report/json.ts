import type { Row } from '../measure/Row.ts'

/** The rows as JSON, in which what was not measured is null. */
export const jsonOf = (rows: ReadonlyArray<Row>): string =>
  JSON.stringify(rows, (_, value: unknown) => (value === undefined ? null : value), 2)
