import type { Report } from '../../types/report/Report.ts'
import type { ReportRuns } from '../../types/report/ReportRuns.ts'
import type { ReportSection } from '../../types/report/ReportSection.ts'
import { dual } from '../dual.ts'
import { combineTranslated, translateFilters, translateSelection, translateSort } from './filters.ts'
import { specList, specString, specValue } from './sections.ts'

type ReportProject = Pick<Report, 'entity' | 'project'>

/** A run set may be about a project other than the report's. */
const projectOf = (home: ReportProject, runSet: unknown): string | undefined => {
  const named = specValue(runSet, 'project')
  const names = [specString(named, 'entityName') || home.entity, specString(named, 'name') || home.project]
  return names.every((name) => typeof name === 'string') ? names.join('/') : undefined
}

const queryOf = (home: ReportProject, section: ReportSection, isSelectedOnly: boolean): ReportRuns | undefined => {
  const open = specValue(section, 'openRunSet')
  const runSet = specList(section, 'runSets')?.[typeof open === 'number' ? open : 0]
  const project = projectOf(home, runSet)
  if (runSet === undefined || project === undefined) return undefined
  const { filter, untranslated } = combineTranslated('$and', [
    translateFilters(specValue(runSet, 'filters')),
    ...(isSelectedOnly ? [translateSelection(specValue(runSet, 'selections'))] : []),
  ])
  const { order, untranslated: unordered } = translateSort(specValue(runSet, 'sort'))
  const search = specString(specValue(runSet, 'search'), 'query')?.trim() ? ['search'] : []
  const notTranslated = new Set([...untranslated, ...search, ...unordered])
  return { project, filters: filter ?? {}, order, untranslated: [...notTranslated] }
}

/**
 * Returns the runs that a section of the report shows, as a query for `loadRuns`: those that match the filters of its
 * open run set and are not hidden.
 *
 * Disabled and incomplete filters are left out. What filters cannot express is listed in `untranslated`: a search, a
 * time span relative to now, a selection of single groups, an order by a second column. So is a name with a dot, which
 * separates keys on the server, unless the report means a key that has the dot. For a run set other than the open one,
 * pass the section with another `openRunSet`.
 *
 * @param report - A report.
 * @param section - One of its sections.
 * @returns The query; `undefined` if the section has no open run set.
 * @example
 * ```ts
 * import { reportRuns } from 'wandb-run-ops/ops'
 *
 * const finished = { key: { section: 'run', name: 'state' }, op: '=', value: 'finished' }
 * const runSet = { filters: { op: 'AND', filters: [finished] }, selections: { root: 1, bounds: [], tree: ['a1b2c3d4'] } }
 * const section = { name: undefined, openRunSet: 0, runSets: [runSet], panels: [] }
 *
 * reportRuns({ entity: 'team', project: 'vision' }, section)?.filters // => { $and: [{ state: 'finished' }, { name: { $nin: ['a1b2c3d4'] } }] }
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportRuns: {
  (report: Pick<Report, 'entity' | 'project'>, section: ReportSection): ReportRuns | undefined
  (section: ReportSection): (report: Pick<Report, 'entity' | 'project'>) => ReportRuns | undefined
} = /* @__PURE__ */ dual((report: ReportProject, section: ReportSection) => queryOf(report, section, true))

/**
 * Returns the runs that a section of the report lists, as a query for `loadRuns`: those that match the filters of its
 * open run set, hidden or not.
 *
 * Otherwise the same as {@link reportRuns}.
 *
 * @param report - A report.
 * @param section - One of its sections.
 * @returns The query; `undefined` if the section has no open run set.
 * @example
 * ```ts
 * import { reportListedRuns } from 'wandb-run-ops/ops'
 *
 * const runSet = { selections: { root: 0, bounds: [], tree: ['a1b2c3d4'] } }
 * const section = { name: undefined, openRunSet: 0, runSets: [runSet], panels: [] }
 *
 * reportListedRuns({ entity: 'team', project: 'vision' }, section)?.filters // => {}
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportListedRuns: {
  (report: Pick<Report, 'entity' | 'project'>, section: ReportSection): ReportRuns | undefined
  (section: ReportSection): (report: Pick<Report, 'entity' | 'project'>) => ReportRuns | undefined
} = /* @__PURE__ */ dual((report: ReportProject, section: ReportSection) => queryOf(report, section, false))
