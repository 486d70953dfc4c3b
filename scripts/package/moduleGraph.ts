import type { Metafile } from 'esbuild'

/** The modules of a package. Files are relative to the root of the repository. */
export interface ModuleGraph {
  readonly files: ReadonlyArray<string>
  /** Returns a module and everything that is loaded with it. */
  readonly loadedWith: (file: string) => ReadonlySet<string>
  /** Returns the modules that a module loads on demand. */
  readonly loadedBy: (file: string) => ReadonlyArray<string>
}

/** Returns the module graph of a build. */
export const moduleGraph = ({ inputs }: Metafile): ModuleGraph => {
  const importsOf = (file: string, kind: 'dynamic-import' | 'import-statement'): ReadonlyArray<string> =>
    (inputs[file]?.imports ?? []).flatMap((record) =>
      record.kind === kind && record.external !== true ? [record.path] : [],
    )
  const follow = (file: string, found: Set<string>): Set<string> => {
    if (found.has(file)) return found
    found.add(file)
    for (const imported of importsOf(file, 'import-statement')) follow(imported, found)
    return found
  }
  return {
    files: Object.keys(inputs),
    loadedWith: (file) => follow(file, new Set()),
    loadedBy: (file) => importsOf(file, 'dynamic-import'),
  }
}
