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
   * What filters cannot express for certain, so that the query may match other runs than the section. Without duplicates;
   * empty if the query is exact.
   */
  readonly untranslated: ReadonlyArray<string>
}
