import { posix, win32 } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../LoadError.ts'

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
