import { isObject } from '../../types/codec/isObject.ts'
import type { Report } from '../../types/Report.ts'
import type { ReportSection } from '../../types/ReportSection.ts'
import { at, DEEPEST, listAt, textAt } from './internal/spec.ts'

/** The name that W&B's own library gives to an unnamed section. */
const UNNAMED = 'unused-name'

const sectionOf = (group: unknown): ReportSection => {
  const name = textAt(group, 'name')
  const open = at(group, 'openRunSet')
  const panels = listAt(at(group, 'panelBankSectionConfig'), 'panels') ?? listAt(group, 'panels') ?? []
  return Object.freeze({
    name: name === UNNAMED || name === '' ? undefined : name,
    openRunSet: typeof open === 'number' ? open : 0,
    runSets: Object.freeze((listAt(group, 'runSets') ?? []).filter(isObject)),
    panels: Object.freeze(panels.filter(isObject)),
  })
}

/** Panel grids are blocks of their own, or nested in a collapsed heading. */
const groupsIn = (blocks: ReadonlyArray<unknown>, depth: number): ReadonlyArray<unknown> =>
  blocks.flatMap((block) => {
    const folded = depth < DEEPEST ? groupsIn(listAt(block, 'collapsedChildren') ?? [], depth + 1) : []
    return textAt(block, 'type') === 'panel-grid' ? [at(block, 'metadata'), ...folded] : folded
  })

/**
 * Returns the report's sections that show panels about runs, in order.
 *
 * Older reports store them in `panelGroups`, newer ones as panel grids among the blocks; both are found.
 *
 * @param report - A report.
 * @returns The sections, each with its run sets and panels; empty if there are none.
 * @example
 * ```ts
 * import { reportSections } from 'wandb-run-ops/ops'
 *
 * const grid = { type: 'panel-grid', metadata: { name: 'Accuracy', openRunSet: 0, runSets: [] } }
 *
 * reportSections({ spec: { blocks: [grid] } }) // => [{ name: 'Accuracy', openRunSet: 0, runSets: [], panels: [] }]
 * ```
 * @category Report operations
 * @since 0.1.0
 */
export const reportSections = (report: Pick<Report, 'spec'>): ReadonlyArray<ReportSection> => {
  const { spec } = report
  return [...(listAt(spec, 'panelGroups') ?? []), ...groupsIn(listAt(spec, 'blocks') ?? [], 0)].map(sectionOf)
}
