import { isObject } from '../../types/codec/isObject.ts'
import type { Report } from '../../types/Report.ts'
import type { ReportSection } from '../../types/ReportSection.ts'
import { at, DEEPEST, listAt, textAt } from './internal/spec.ts'

/** What W&B's own library calls a section that was given no name. */
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

/** Panel grids stand among the blocks, or in a heading that is folded up. */
const groupsIn = (blocks: ReadonlyArray<unknown>, depth: number): ReadonlyArray<unknown> =>
  blocks.flatMap((block) => {
    const folded = depth < DEEPEST ? groupsIn(listAt(block, 'collapsedChildren') ?? [], depth + 1) : []
    return textAt(block, 'type') === 'panel-grid' ? [at(block, 'metadata'), ...folded] : folded
  })

/**
 * Gives the sections of the report that show panels about runs, in their order.
 *
 * Those of older reports stand in `panelGroups`, those of newer ones are panel grids among the blocks; both are found.
 *
 * @param report - A report.
 * @returns The sections, each with its run sets and panels; empty where there are none.
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
