import type { Verdict } from '../measure/targets.ts'

/** Rounds to three digits, or to an integer from 100 up. */
const formatNumber = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toPrecision(3))

export const formatSeconds = (seconds: number): string =>
  seconds >= 1
    ? `${formatNumber(seconds)} s`
    : seconds >= 1e-3
      ? `${formatNumber(seconds * 1e3)} ms`
      : `${formatNumber(seconds * 1e6)} µs`

export const formatBytes = (bytes: number): string =>
  bytes >= 1e6 ? `${formatNumber(bytes / 1e6)} MB` : bytes >= 10_000 ? `${formatNumber(bytes / 1e3)} kB` : `${bytes} B`

export const formatRatio = (ratio: number): string => (ratio >= 100 ? String(Math.round(ratio)) : ratio.toFixed(2))

/** Formats a target and whether it is met, or how far it is missed. */
export const formatVerdict = ({ of, atMost, atLeast, value, met }: Verdict): string => {
  const target = `${of} ${atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`}`
  if (value === undefined || met === undefined) return `${target}: not measured`
  if (met) return `${target}: met`
  const limit = atMost ?? atLeast ?? Number.NaN
  return `${target}: ${formatRatio(value)}, off by ${Math.round((Math.abs(value - limit) / limit) * 100)} %`
}
