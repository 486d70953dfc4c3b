import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

const below = (root: string, folder: string, recursive: boolean, ending: string): ReadonlyArray<string> =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .sort()
    : []

/** Returns the source files, whose doc comments contain examples. */
export const sourceFiles = (root: string): ReadonlyArray<string> => below(root, 'src', true, '.ts')

/** Returns the pages whose code blocks are programs. */
export const pages = (root: string): ReadonlyArray<string> => [
  ...(existsSync(join(root, 'README.md')) ? ['README.md'] : []),
  ...below(root, 'docs', false, '.md'),
]
