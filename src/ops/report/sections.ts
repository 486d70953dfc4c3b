import type { Report } from '../../types/report/Report.ts'
import type { ReportSection } from '../../types/report/ReportSection.ts'
import { getOwn, isObject } from '../../types/wire/own.ts'

export type SpecDict = Readonly<Record<string, unknown>>

/** The value at a key of any part of a spec; `undefined` if the part is not an object. */
export const specValue = (u: unknown, key: string): unknown => (isObject(u) ? getOwn(u, key) : undefined)

export const specString = (u: unknown, key: string): string | undefined => {
  const text = specValue(u, key)
  return typeof text === 'string' ? text : undefined
}

export const specList = (u: unknown, key: string): ReadonlyArray<unknown> | undefined => {
  const list = specValue(u, key)
  return Array.isArray(list) ? list : undefined
}

/** Deeper than any real spec, and well within the stack. */
export const MAX_DEPTH = 100

/** The name that W&B's own library gives to an unnamed section. */
const UNNAMED = 'unused-name'

const sectionOf = (group: unknown): ReportSection => {
  const name = specString(group, 'name')
  const open = specValue(group, 'openRunSet')
  const panels = specList(specValue(group, 'panelBankSectionConfig'), 'panels') ?? specList(group, 'panels') ?? []
  return Object.freeze({
    name: name === UNNAMED || name === '' ? undefined : name,
    openRunSet: typeof open === 'number' ? open : 0,
    runSets: Object.freeze((specList(group, 'runSets') ?? []).filter(isObject)),
    panels: Object.freeze(panels.filter(isObject)),
  })
}

/** Panel grids are blocks of their own, or nested in a collapsed heading. */
const groupsIn = (blocks: ReadonlyArray<unknown>, depth: number): ReadonlyArray<unknown> =>
  blocks.flatMap((block) => {
    const folded = depth < MAX_DEPTH ? groupsIn(specList(block, 'collapsedChildren') ?? [], depth + 1) : []
    return specString(block, 'type') === 'panel-grid' ? [specValue(block, 'metadata'), ...folded] : folded
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
  if (!isObject(spec)) return undefined as never
  return [...(specList(spec, 'panelGroups') ?? []), ...groupsIn(specList(spec, 'blocks') ?? [], 0)].map(sectionOf)
}
