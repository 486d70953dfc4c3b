import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Matches the specifier of an import or export of another declaration file. */
const relativeSpecifier = /((?:from|import\()\s*)(['"])(\.{1,2}\/[^'"]*)\.ts\2/g

/**
 * Spells the imports of declarations as the files that they stand for, `./x.js`, and returns the declarations that can be
 * reached from the given ones.
 */
export const linkDeclarations = (entries: ReadonlyArray<string>): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    const text = readFileSync(file, 'utf8')
    const imported = [...text.matchAll(relativeSpecifier)].map(([, , , path = '']) =>
      join(dirname(file), `${path}.d.ts`),
    )
    writeFileSync(file, text.replace(relativeSpecifier, '$1$2$3.js$2'))
    for (const path of imported) visit(path)
  }
  for (const entry of entries) visit(entry)
  return found
}
