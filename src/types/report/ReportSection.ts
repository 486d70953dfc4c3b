/**
 * A section of a report that shows panels about runs.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ReportSection {
  /** Its title; `undefined` if it has none. */
  readonly name: string | undefined
  /** The index of the open run set, from 0. */
  readonly openRunSet: number
  /** Its run sets, as in the spec. */
  readonly runSets: ReadonlyArray<Readonly<Record<string, unknown>>>
  /** Its panels, as in the spec. */
  readonly panels: ReadonlyArray<Readonly<Record<string, unknown>>>
}
