import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { annotatePure } from './annotatePure.ts'

/** Replaces the CommonJS modules of fp-ts and io-ts by their ES modules, which a bundler can tree-shake. */
const withEsModules = (code: string): string =>
  code.replace(/(['"])(fp-ts|io-ts)\/lib\/(\w+)\.js\1/g, '$1$2/es6/$3.js$1')

/**
 * Prepares the compiled modules for bundlers, in place. The comments are left out, because the declarations have them.
 *
 * @param folder - The folder of the compiled modules.
 */
export const writeEsModules = async (folder: string): Promise<void> => {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.js')) continue
    const file = join(folder, path)
    const pure = annotatePure(file, withEsModules(readFileSync(file, 'utf8')))
    const { code } = await transform(pure, { loader: 'js', target: 'es2022', legalComments: 'none' })
    writeFileSync(file, code)
  }
}

/** Removes the modules that no entry point imports, such as those that only declare types. */
export const removeUnused = (folder: string, used: ReadonlySet<string>): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && !used.has(file)) rmSync(file)
  }
  removeEmptyFolders(folder)
}

const removeEmptyFolders = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name))
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true })
}
