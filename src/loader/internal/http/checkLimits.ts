import type { Limits } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'

const refuse = (option: string, reason: string): LoadError => loadError({ _tag: 'InvalidClient', option, reason })

/** What is wrong with limits. Infinity is none: nothing retries for ever. */
export const checkLimits = (limits: Limits): LoadError | undefined => {
  const wrong = Object.entries(limits).find(([, n]) => !(Number.isFinite(n) && n >= 0))
  if (wrong !== undefined) return refuse(wrong[0], 'is no finite number from 0 up')
  if (limits.timeoutMs === 0) return refuse('timeoutMs', 'leaves no time for an answer')
  if (limits.maxElapsedMs === 0) return refuse('maxElapsedMs', 'leaves no time for an answer')
  return undefined
}

/** What is wrong with capabilities that were brought along. */
export const checkCapabilities = (capabilities: Readonly<Record<string, unknown>>): LoadError | undefined => {
  const wrong = Object.entries(capabilities).find(([, given]) => given !== undefined && typeof given !== 'function')
  return wrong === undefined ? undefined : refuse(wrong[0], 'is no function')
}
