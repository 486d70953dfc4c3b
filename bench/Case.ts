import type { Options } from './measure/Comparison.ts'
import type { Row } from './measure/Row.ts'

/** Something that is measured, in one row or several. */
export interface Case {
  readonly name: string
  readonly run: (options: Options) => AsyncIterable<Row>
}
