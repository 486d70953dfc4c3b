import type { Verdict } from '../measure/targets.ts'
import { ratioText } from './quantity.ts'

/** A target and whether it is met, or how far it is away. */
export const verdictText = ({ of, atMost, atLeast, value, met }: Verdict): string => {
  const wanted = `${of} ${atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`}`
  if (value === undefined || met === undefined) return `${wanted}: not measured`
  if (met) return `${wanted}: met`
  const limit = atMost ?? atLeast ?? Number.NaN
  return `${wanted}: ${ratioText(value)}, off by ${Math.round((Math.abs(value - limit) / limit) * 100)} %`
}
