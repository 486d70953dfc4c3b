/**
 * A part of a report that shows panels about runs.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ReportSection {
  /** Its title; `undefined` where it has none. */
  readonly name: string | undefined
  /** Which of its run sets is open, from 0. */
  readonly openRunSet: number
  /** Its run sets, as they stand in the spec. */
  readonly runSets: ReadonlyArray<Readonly<Record<string, unknown>>>
  /** Its panels, as they stand in the spec. */
  readonly panels: ReadonlyArray<Readonly<Record<string, unknown>>>
}

/**
 * Which runs a section of a report is about, as a query of `loadRuns`.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ReportRuns {
  /** The project, as `entity/project`. */
  readonly project: string
  /** Which of its runs. */
  readonly filters: Readonly<Record<string, unknown>>
  /** In which order. */
  readonly order: string
  /**
   * What the query leaves out, because filters cannot say it: then it matches other runs than the section. Each
   * once; empty where the query says all of it.
   */
  readonly untranslated: ReadonlyArray<string>
}
