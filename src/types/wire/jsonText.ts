import { writeTree } from './writeTree.ts'

const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value)
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
}

/**
 * Serializes a value as JSON, with NaN and the infinities as W&B writes them: `"NaN"`, `"Infinity"`, `"-Infinity"`.
 * `undefined` if it has no JSON representation.
 */
export const jsonText = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value, plain)
  } catch {
    // Nested too deeply for the stack.
    return writeTree(value, (leaf) => JSON.stringify(leaf, plain))
  }
}
