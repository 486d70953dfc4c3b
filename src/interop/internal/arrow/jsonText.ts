const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value)
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
}

/**
 * A value as JSON, with NaN and the infinities spelled as W&B spells them: `"NaN"`, `"Infinity"`, `"-Infinity"`.
 * `undefined` for what is no value of JSON.
 */
export const jsonText = (value: unknown): string | undefined => JSON.stringify(value, plain)
