/** What a package is made of. */
export interface PackageParts {
  /** The TypeScript files in `src`. */
  readonly sources: ReadonlyArray<string>
  /** The pages and images. */
  readonly documents: ReadonlyArray<string>
  /** The files that `package.json` names. */
  readonly named: ReadonlyArray<string>
}

const always: ReadonlyArray<string> = ['LICENSE', 'package.json', 'dist/LICENSES.txt']

/** The fixed files of the program; its other parts have generated names. */
const program: ReadonlyArray<string> = ['LICENSES.txt', 'main.js', 'schema.graphql'].map((file) => `dist/cli/${file}`)

const isPart = (path: string): boolean => /^dist\/(chunks|cli\/parts)\/[\w-]+\.js$/.test(path)

/** Returns the source of a module for bundlers or of a declaration file. */
const sourceOf = (path: string): string | undefined => {
  const name = /^dist\/(?:es6\/(.+)\.js|declarations\/(.+)\.d\.ts)$/.exec(path)
  return name === null ? undefined : `src/${name[1] ?? name[2]}.ts`
}

/** Returns the unexpected and the missing files of a package. */
export const packedFilesProblems = (
  packed: ReadonlyArray<string>,
  { sources, documents, named }: PackageParts,
): ReadonlyArray<string> => {
  const expected = new Set([...always, ...program, ...documents, ...named])
  const held = new Set(packed)
  return [
    ...packed
      .filter((path) => !expected.has(path) && !isPart(path) && !sources.includes(sourceOf(path) ?? ''))
      .map((path) => `unexpected: ${path}`),
    ...[...expected].filter((path) => !held.has(path)).map((path) => `missing: ${path}`),
  ]
}
