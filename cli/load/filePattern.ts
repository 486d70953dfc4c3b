import picomatch from 'picomatch'
import type { Args } from '../arguments/Command.ts'
import { usageError } from '../output/ExitError.ts'

/**
 * Reads `--files`: patterns as in a shell. One without a slash is compared with the last part of a name, so `*.json` also
 * matches files in folders.
 *
 * @returns Whether a file is wanted; all are if the option is absent.
 */
export const filePattern = (args: Args): ((name: string) => boolean) => {
  const patterns = args.values('files')
  if (patterns.some((pattern) => pattern.trim() === ''))
    throw usageError(`--files must be a name or a pattern, such as "*.json" or "media/**".`)
  if (patterns.length === 0) return () => true
  const tests = patterns.map((pattern) =>
    picomatch(pattern, { dot: true, nonegate: true, basename: !pattern.includes('/') }),
  )
  return (name) => tests.some((test) => test(name))
}
