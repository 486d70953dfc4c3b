import { describe, expect, test } from 'vitest'
import { reportSections } from '../../../src/ops/report/sections.ts'
import { aReport } from '../records.ts'

const grid = (name: string, more: object = {}): object => ({
  type: 'panel-grid',
  metadata: { name, openRunSet: 0, runSets: [], panelBankSectionConfig: { panels: [{ viewType: 'Line' }] } },
  ...more,
})
const sectionsOf = (spec: object) => reportSections(aReport({ spec: spec as Readonly<Record<string, unknown>> }))
const namesIn = (spec: object) => sectionsOf(spec).map(({ name }) => name)

describe('reportSections', () => {
  test('finds the groups of an older report', () => {
    const runSet = { name: 'all' }
    expect(
      sectionsOf({ panelGroups: [{ name: 'Loss', openRunSet: 1, runSets: [runSet], panels: { views: {} } }] }),
    ).toEqual([{ name: 'Loss', openRunSet: 1, runSets: [runSet], panels: [] }])
  })

  test('finds the panel grids among the blocks of a newer report', () => {
    expect(sectionsOf({ blocks: [{ type: 'paragraph' }, grid('Accuracy')] })).toEqual([
      { name: 'Accuracy', openRunSet: 0, runSets: [], panels: [{ viewType: 'Line' }] },
    ])
  })

  test('finds those in a heading that is folded up', () => {
    const heading = { type: 'heading', collapsedChildren: [grid('inner'), { collapsedChildren: [grid('innermost')] }] }
    expect(namesIn({ blocks: [grid('first'), heading, grid('last')] })).toEqual(['first', 'inner', 'innermost', 'last'])
  })

  test('treats the default name of an unnamed section as undefined', () => {
    expect(namesIn({ blocks: [grid('unused-name'), grid('')] })).toEqual([undefined, undefined])
  })

  test('returns frozen sections, and none if there are none', () => {
    expect(sectionsOf({ blocks: [grid('a')] }).every(Object.isFrozen)).toBe(true)
    expect([{}, { blocks: 'no' }, { panelGroups: null }].map(sectionsOf)).toEqual([[], [], []])
  })

  test('leaves run sets that are no objects out', () => {
    expect(
      sectionsOf({ panelGroups: [{ runSets: [null, 1, { name: 'a' }] }, null] }).map(({ runSets }) => runSets),
    ).toEqual([[{ name: 'a' }], []])
  })
})
