import { isObject } from '../src/types/codec/isObject.ts'

const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array)
  if (isObject(value) && Object.hasOwn(value, 'storageId') && Object.hasOwn(value, 'internal')) {
    const { internal: _, ...shown } = value
    return shown
  }
  return value
}

/**
 * A value as JSON in one line. NaN and the infinities, which JSON cannot say, are the texts `"NaN"`, `"Infinity"` and
 * `"-Infinity"`, as W&B spells them.
 */
export const json = (value: unknown): string => JSON.stringify(value, plain) ?? 'null'
