const inRun = (operation: string, parameters: string, selection: string): string =>
  `query ${operation}($entity: String!, $project: String!, $id: String!${parameters}) ` +
  `{ project(name: $project, entityName: $entity) { name entityName run(name: $id) { ${selection} } } }`

const exported = 'parquetHistory(liveKeys: ["_step"]) { parquetUrls liveData }'

/** Selects what the server knows of a run's history. Older servers do not support the export. */
export const runHistoryDocument = (withExport: boolean): string =>
  inRun('RunHistory', '', `state historyLineCount historyKeys${withExport ? ` ${exported}` : ''}`)

/** Selects the URLs of a run's Parquet files. */
export const parquetUrlsDocument: string = inRun('RunParquetUrls', '', exported)

/** Selects whole rows of a range of steps; `maxStep` is exclusive. */
export const historyPageDocument: string = inRun(
  'HistoryPage',
  ', $minStep: Int64, $maxStep: Int64, $samples: Int',
  'history(minStep: $minStep, maxStep: $maxStep, samples: $samples)',
)

/** Selects a sample of whole rows. */
export const sampledRowsDocument: string = inRun('SampledRows', ', $samples: Int', 'history(samples: $samples)')

/** Selects rows of some metrics, one list per spec. */
export const sampledHistoryDocument: string = inRun(
  'SampledHistory',
  ', $specs: [JSONString!]!',
  'sampledHistory(specs: $specs)',
)

/** Selects the events of a run. */
export const eventsDocument: string = inRun('RunEvents', ', $samples: Int', 'events(samples: $samples)')
