import { connectionSelection, type PagedField } from './selection.ts'

const connectionsDocument = (operationName: string, wanted: ReadonlyArray<PagedField>): string => {
  const parameters = wanted.map((_, i) => `, $id${i}: String!, $after${i}: String`).join('')
  const runs = wanted.map(
    (field, i) => `r${i}: run(name: $id${i}) { ${connectionSelection(field, '$first', `$after${i}`)} }`,
  )
  return (
    `query ${operationName}($entity: String!, $project: String!, $first: Int${parameters}) ` +
    `{ project(name: $project, entityName: $entity) { ${runs.join(' ')} } }`
  )
}

/** The next page of several runs' artifact versions at once; run `i` is called `ri` in the answer. */
export const artifactsDocument = (wanted: ReadonlyArray<PagedField>): string =>
  connectionsDocument('RunArtifacts', wanted)

/** The next page of several runs' files at once; run `i` is called `ri` in the answer. */
export const moreFilesDocument = (runs: number): string =>
  connectionsDocument(
    'MoreFiles',
    Array.from({ length: runs }, () => 'files' as const),
  )
