const always: ReadonlyArray<string> = ['LICENSE', 'README.md', 'package.json']

const built = (source: string, folder: string, endings: ReadonlyArray<string>): ReadonlyArray<string> =>
  endings.map((ending) => source.replace(/^src\//, `${folder}/`).replace(/\.ts$/, ending))

const builtFrom = (source: string): ReadonlyArray<string> => [
  ...built(source, 'dist', ['.js', '.js.map', '.d.ts', '.d.ts.map']),
  ...built(source, 'dist-es6', ['.js']),
]

/** The fixed files of the program's bundle; its other parts have generated names. */
const program: ReadonlyArray<string> = ['LICENSES.txt', 'main.js', 'schema.graphql'].map((file) => `dist-cli/${file}`)

const isPart = (path: string): boolean => /^dist-cli\/parts\/[\w-]+\.js$/.test(path)

/**
 * Returns the unexpected and the missing files of a package.
 *
 * @param packed - The paths in the package.
 * @param sources - The paths of all TypeScript files in `src`.
 */
export const packedFilesProblems = (
  packed: ReadonlyArray<string>,
  sources: ReadonlyArray<string>,
): ReadonlyArray<string> => {
  const expected = new Set([...always, ...program, ...sources, ...sources.flatMap(builtFrom)])
  const held = new Set(packed)
  return [
    ...packed.filter((path) => !expected.has(path) && !isPart(path)).map((path) => `unexpected: ${path}`),
    ...[...expected].filter((path) => !held.has(path)).map((path) => `missing: ${path}`),
  ]
}
