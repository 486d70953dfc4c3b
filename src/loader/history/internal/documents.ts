const inRun = (operation: string, parameters: string, selection: string): string =>
  `query ${operation}($entity: String!, $project: String!, $id: String!${parameters}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName run(name: $id) { ${selection} } } }`

const exported = 'parquetHistory(liveKeys: ["_step"]) { parquetUrls liveData }'

/** What there is of a run's history, and where. Servers that export nothing do not know the last field. */
export const runHistoryDocument = (withExport: boolean): string =>
  inRun('RunHistory', '', `state historyLineCount historyKeys${withExport ? ` ${exported}` : ''}`)

/** The addresses of a run's Parquet files. */
export const parquetUrlsDocument: string = inRun('RunParquetUrls', '', exported)

/** Whole rows of a range of steps, before `maxStep`. */
export const historyPageDocument: string = inRun(
  'HistoryPage',
  ', $minStep: Int64, $maxStep: Int64, $samples: Int',
  'history(minStep: $minStep, maxStep: $maxStep, samples: $samples)',
)

/** Rows that the server chooses. */
export const sampledRowsDocument: string = inRun('SampledRows', ', $samples: Int', 'history(samples: $samples)')

/** Rows of some metrics, a list for each spec. */
export const sampledHistoryDocument: string = inRun(
  'SampledHistory',
  ', $specs: [JSONString!]!',
  'sampledHistory(specs: $specs)',
)

/** The machine's metrics. */
export const eventsDocument: string = inRun('RunEvents', ', $samples: Int', 'events(samples: $samples)')
