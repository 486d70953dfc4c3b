import type { Limits } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

const invalid = (option: string, reason: string): LoadError => loadError({ _tag: 'InvalidClient', option, reason })

/** Returns an error for invalid limits. Infinity is invalid, because nothing may retry forever. */
export const checkLimits = (limits: Limits): LoadError | undefined => {
  const wrong = Object.entries(limits).find(([, n]) => !(Number.isFinite(n) && n >= 0))
  if (wrong !== undefined) return invalid(wrong[0], 'must be a finite number >= 0')
  if (limits.timeoutMs === 0) return invalid('timeoutMs', 'must be greater than 0')
  if (limits.maxElapsedMs === 0) return invalid('maxElapsedMs', 'must be greater than 0')
  return undefined
}

/** Returns an error if a custom effect is not a function. */
export const checkCapabilities = (capabilities: Readonly<Record<string, unknown>>): LoadError | undefined => {
  const wrong = Object.entries(capabilities).find(([, given]) => given !== undefined && typeof given !== 'function')
  return wrong === undefined ? undefined : invalid(wrong[0], 'must be a function')
}
