import type { ReportLine } from '../records/line.ts'

type Dict = Readonly<Record<string, unknown>>

/** A filter on one column, as the web app keeps it. */
export const where = (section: string, name: string, op: string, value: unknown, more: Dict = {}): Dict => ({
  key: { section, name },
  op,
  value,
  disabled: false,
  ...more,
})

/** A run set as the web app keeps it: all runs, the newest first. */
export const runSet = (more: Dict = {}): Dict => ({
  id: 'r4n5e6t7',
  runFeed: {
    version: 2,
    columnVisible: { 'run:name': false },
    columnPinned: {},
    columnWidths: {},
    columnOrder: [],
    pageSize: 10,
    onlyShowSelected: false,
  },
  search: { query: '' },
  name: 'Run set',
  enabled: true,
  filters: { op: 'OR', filters: [{ op: 'AND', filters: [] }] },
  grouping: [],
  sort: { keys: [{ key: { section: 'run', name: 'createdAt' }, ascending: false }] },
  selections: { root: 1, bounds: [], tree: [] },
  expandedRowAddresses: [],
  ...more,
})

/** A panel grid of a report of today. */
export const panelGrid = (runSets: readonly Dict[], more: Dict = {}): Dict => ({
  type: 'panel-grid',
  children: [{ text: '' }],
  metadata: {
    openViz: true,
    openRunSet: 0,
    name: 'unused-name',
    runSets,
    panels: { views: { '0': { name: 'Panels', defaults: [], config: [] } }, tabs: ['0'] },
    panelBankConfig: { state: 0, settings: { autoOrganizePrefix: 2 }, sections: [] },
    panelBankSectionConfig: {
      name: 'Report Panels',
      isOpen: false,
      panels: [{ __id__: 'p1', viewType: 'Run History Line Plot', config: { metrics: ['loss'] } }],
      type: 'grid',
    },
    customRunColors: {},
    ...more,
  },
})

/** The spec of a report of today: text and panel grids. */
export const specOf = (blocks: readonly Dict[]): string =>
  JSON.stringify({
    version: 5,
    panelSettings: {},
    blocks: [{ type: 'paragraph', children: [{ text: 'What the runs show.' }] }, ...blocks],
    width: 'readable',
    authors: [],
    discussionThreads: [],
    ref: {},
  })

/** The spec of a report of some years ago: groups of panels, each with its text and runs. */
export const oldSpecOf = (panelGroups: readonly Dict[]): string => JSON.stringify({ version: 2, panelGroups })

interface ReportPlace {
  readonly entity: string
  readonly project: string
  readonly number: number
  readonly createdAt: string
}

/** A report on the finished runs that learned fast, in one of the formats that filters were kept in. */
export const reportLine = ({ entity, project, number, createdAt }: ReportPlace): ReportLine => {
  const finished = where('run', 'state', '=', 'finished')
  const fast = where('config', 'learning_rate.value', '>=', 0.01, { connector: 'AND' })
  const filters =
    number % 2 === 0
      ? { op: 'OR', filters: [{ op: 'AND', filters: [finished, fast] }] }
      : { filterFormat: 'filterV2', filters: [finished, fast] }
  return {
    kind: 'report',
    id: String(1000 + number),
    entity,
    project,
    name: `report${number}`,
    displayName: `Report ${number} (draft)`,
    description: 'Made by the sandbox',
    spec: specOf([panelGrid([runSet({ filters })])]),
    type: 'runs',
    createdAt,
    updatedAt: createdAt,
    user: 'user-1',
  }
}
