/** Selects the creation time of the last run of a list. */
export const lastCreatedDocument: string =
  'query LastCreatedRun($entity: String!, $project: String!, $filters: JSONString, $order: String) ' +
  '{ project(name: $project, entityName: $entity) ' +
  '{ runs(filters: $filters, order: $order, first: 1) { edges { node { createdAt } } } } }'

/** Selects the number of runs in each range; the alias for range `i` is `range<i>`. */
export const rangeCountsDocument = (ranges: number): string => {
  const indexes = Array.from({ length: ranges }, (_, i) => i)
  const parameters = indexes.map((i) => `, $filters${i}: JSONString`).join('')
  const counts = indexes.map((i) => `range${i}: runCount(filters: $filters${i})`).join(' ')
  return (
    `query RunRangeCounts($entity: String!, $project: String!, $filters: JSONString${parameters}) ` +
    `{ project(name: $project, entityName: $entity) { total: runCount(filters: $filters) ${counts} } }`
  )
}
