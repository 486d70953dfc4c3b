import type { Importing } from '../Module.ts'
import { isRelative, resolve } from '../resolve.ts'

const isBelow = (folder: string, path: string): boolean => path.startsWith(`${folder}/`)

const outside = ['bench', 'cli', 'examples', 'panel', 'sandbox', 'scripts', 'test']

const isInternal = (path: string): boolean => path.split('/').includes('internal')

/** What lies outside `src` may use it, but not a folder called `internal`; examples see the package as users do. */
export const doorsRule = ({ path, imports }: Importing): ReadonlyArray<string> =>
  imports.filter(isRelative).flatMap((specifier) => {
    const target = resolve(path, specifier)
    if (isInternal(target) && !isInternal(path)) return [`${path}: imports ${target}, which is internal`]
    if (isBelow('examples', path) && isBelow('src', target))
      return [`${path}: imports ${target}; examples import wandb-run-ops`]
    return []
  })

/** Nothing in `src` knows what is built around it. */
export const independenceRule = ({ path, imports }: Importing): ReadonlyArray<string> =>
  isBelow('src', path)
    ? imports
        .filter(isRelative)
        .map((specifier) => resolve(path, specifier))
        .filter((target) => outside.some((folder) => isBelow(folder, target)))
        .map((target) => `${path}: imports ${target}`)
    : []
