import { CONTROL } from '../../src/types/wire/escapeControl.ts'
import { isObject } from '../../src/types/wire/own.ts'

const toPlain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array)
  if (isObject(value) && Object.hasOwn(value, 'storageId') && Object.hasOwn(value, 'internal')) {
    const { internal: _, ...shown } = value
    return shown
  }
  return value
}

const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * Formats a value as one line of JSON. Characters that a terminal would act on are escaped. NaN and the infinities, which JSON does not have, become the strings `"NaN"`,
 * `"Infinity"` and `"-Infinity"`, as W&B spells them.
 */
export const toJson = (value: unknown): string =>
  (JSON.stringify(value, toPlain) ?? 'null').replace(CONTROL, unicodeEscape)
