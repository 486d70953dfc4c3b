import { posix, win32 } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../LoadError.ts'

/** Names that Windows takes for devices, whatever stands behind a dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i

const wrongWith = (name: string, platform: string): string | undefined => {
  if (name === '') return 'is empty'
  if (name.includes('\0')) return 'holds a zero byte'
  // A name can be made on one system and written on another, so a step up is one in either spelling.
  if (name.split(/[/\\]/).includes('..')) return 'steps out of its folder'
  const steps = platform === 'win32' ? name.split(/[/\\]/) : name.split('/')
  if (steps[0] === '') return 'starts at the root of the disk'
  if (steps.includes('') || steps.includes('.')) return 'has a step that leads nowhere'
  if (platform !== 'win32') return undefined
  if (name.includes(':')) return 'holds a colon'
  return steps.some((step) => DEVICE.test(step) || /[. ]$/.test(step)) ? 'is not one that Windows can keep' : undefined
}

/**
 * The path of a file within a folder, or why its name cannot be trusted: it comes from a server, and must not lead out
 * of the folder.
 *
 * @param folder - The folder, absolute.
 * @param name - The name of the file, with slashes between folders.
 */
export const safePath = (
  folder: string,
  name: string,
  platform: string = process.platform,
): E.Either<LoadError, string> => {
  const reason = wrongWith(name, platform)
  if (reason !== undefined) return E.left(loadError({ _tag: 'UnsafePath', name: name.slice(0, 200), reason }))
  return E.right((platform === 'win32' ? win32 : posix).join(folder, name))
}
