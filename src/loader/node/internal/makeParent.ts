import { mkdir, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, relative, sep } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../LoadError.ts'
import { diskFailed } from './diskFailed.ts'

/** The real path of the deepest existing folder of a path. */
const deepest = async (path: string): Promise<string> => {
  try {
    return await realpath(path)
  } catch (error) {
    const parent = dirname(path)
    if ((error as { readonly code?: unknown }).code !== 'ENOENT' || parent === path) throw error
    return deepest(parent)
  }
}

const isWithin = (root: string, path: string): boolean => {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/**
 * Creates the parent folder of a file. A symbolic link within `root` that leads out of it is rejected; `root` itself may be
 * one.
 *
 * @param root - The folder that files must not leave.
 * @param path - The path of the file.
 */
export const makeParent = async (root: string, path: string): Promise<E.Either<LoadError, void>> => {
  const parent = dirname(path)
  try {
    await mkdir(root, { recursive: true })
    const realRoot = await realpath(root)
    if (!isWithin(realRoot, await deepest(parent)))
      return E.left(
        loadError({
          _tag: 'UnsafePath',
          name: relative(root, path),
          reason: 'goes through a symbolic link that leads out of its folder',
        }),
      )
    await mkdir(parent, { recursive: true })
    return E.right(undefined)
  } catch (error) {
    return E.left(diskFailed(parent, error))
  }
}
