/** When the last run of a list was created. */
export const lastCreatedDocument: string =
  'query LastCreatedRun($entity: String!, $project: String!, $filters: JSONString, $order: String) ' +
  '{ project(name: $project, entityName: $entity) ' +
  '{ runs(filters: $filters, order: $order, first: 1) { edges { node { createdAt } } } } }'

/** How many runs there are within each of several ranges; the count of range `i` is called `rangei` in the answer. */
export const rangeCountsDocument = (ranges: number): string => {
  const indexes = Array.from({ length: ranges }, (_, i) => i)
  const parameters = indexes.map((i) => `, $filters${i}: JSONString`).join('')
  const counts = indexes.map((i) => `range${i}: runCount(filters: $filters${i})`).join(' ')
  return (
    `query RunRangeCounts($entity: String!, $project: String!, $filters: JSONString${parameters}) ` +
    `{ project(name: $project, entityName: $entity) { total: runCount(filters: $filters) ${counts} } }`
  )
}
