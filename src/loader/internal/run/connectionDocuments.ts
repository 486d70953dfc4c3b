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

/** Selects the next page of artifact versions of several runs; the alias for run `i` is `r<i>`. */
export const artifactsDocument = (wanted: ReadonlyArray<PagedField>): string =>
  connectionsDocument('RunArtifacts', wanted)

/** Selects the next page of files of several runs; the alias for run `i` is `r<i>`. */
export const moreFilesDocument = (runs: number): string =>
  connectionsDocument(
    'MoreFiles',
    Array.from({ length: runs }, () => 'files' as const),
  )
