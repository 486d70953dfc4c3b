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

/**
 * The runs of a report section, as a query for `loadRuns`.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ReportRuns {
  /** The project, as `entity/project`. */
  readonly project: string
  /** The filters. */
  readonly filters: Readonly<Record<string, unknown>>
  /** The order. */
  readonly order: string
  /**
   * What filters cannot express, so that the query matches other runs than the section. Without duplicates; empty if
   * the query is exact.
   */
  readonly untranslated: ReadonlyArray<string>
}
