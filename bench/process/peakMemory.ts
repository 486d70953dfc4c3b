import { readFileSync } from 'node:fs'

/**
 * The most memory that this process has had, in kilobytes. On Linux `maxRSS` begins with the memory of the process that
 * started this one, so the kernel's own count is read there.
 */
export const peakKilobytes = (): number => {
  try {
    const [, found] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (found !== undefined) return Number(found)
  } catch {}
  return process.resourceUsage().maxRSS
}
