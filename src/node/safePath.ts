import { mkdir, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, posix, relative, sep, win32 } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../client/LoadError.ts'

/** The error of a file operation, with the code of the system error if there is one. */
export const diskFailed = (path: string, error: unknown): LoadError => {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code
  const detail = typeof code === 'string' ? code : error instanceof Error ? error.message : ''
  return loadError({ _tag: 'DiskFailed', path, detail: detail.slice(0, 200) })
}

/** Names that Windows reserves for devices, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i

const unsafeReason = (name: string, platform: string): string | undefined => {
  if (name === '') return 'is empty'
  if (name.includes('\0')) return 'contains a NUL byte'
  // The name may come from another system, so both kinds of slashes separate segments.
  if (name.split(/[/\\]/).includes('..')) return 'leads out of its folder'
  const segments = platform === 'win32' ? name.split(/[/\\]/) : name.split('/')
  if (segments[0] === '') return 'is absolute'
  if (segments.includes('') || segments.includes('.')) return 'has an empty or "." segment'
  if (platform !== 'win32') return undefined
  if (name.includes(':')) return 'contains a colon'
  return segments.some((segment) => DEVICE.test(segment) || /[. ]$/.test(segment))
    ? 'is not allowed on Windows'
    : undefined
}

/**
 * Joins a folder and the name of a file, or rejects the name: it comes from a server and must not lead out of the folder.
 *
 * @param folder - The absolute path of the folder.
 * @param name - The name of the file, with slashes between folders.
 */
export const safePath = (
  folder: string,
  name: string,
  platform: string = process.platform,
): E.Either<LoadError, string> => {
  const reason = unsafeReason(name, platform)
  if (reason !== undefined) return E.left(loadError({ _tag: 'UnsafePath', name: name.slice(0, 200), reason }))
  return E.right((platform === 'win32' ? win32 : posix).join(folder, name))
}

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
export const makeParentFolder = async (root: string, path: string): Promise<E.Either<LoadError, void>> => {
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
