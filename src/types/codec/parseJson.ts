import * as E from 'fp-ts/lib/Either.js'
import { toPlainJson } from './plainJson.ts'

const isContainer = (u: unknown): u is Record<string, unknown> | Array<unknown> => typeof u === 'object' && u !== null

/** Iterative, because the engine's parser accepts deeper nesting than the stack allows. */
const restoreNaN = (root: unknown, mark: string): unknown => {
  if (root === mark) return Number.NaN
  const pending = isContainer(root) ? [root] : []
  for (let container = pending.pop(); container !== undefined; container = pending.pop()) {
    if (Array.isArray(container)) {
      for (let index = 0; index < container.length; index++) {
        const element: unknown = container[index]
        if (element === mark) container[index] = Number.NaN
        else if (isContainer(element)) pending.push(element)
      }
    } else {
      for (const key of Object.keys(container)) {
        const element = container[key]
        if (element === mark) container[key] = Number.NaN
        else if (isContainer(element)) pending.push(element)
      }
    }
  }
  return root
}

const parseExtended = (text: string): unknown => {
  const { json, mark } = toPlainJson(text)
  const value: unknown = JSON.parse(json)
  return mark === undefined ? value : restoreNaN(value, mark)
}

/**
 * Parses JSON as W&B writes it: bare `NaN`, `Infinity` and `-Infinity` are numbers, and strings may contain raw control
 * characters. Plain JSON goes through the engine's own parser.
 *
 * @returns The value, or `NotJson`, which includes no part of the text.
 * @example
 * ```ts
 * import { parseJson } from 'wandb-run-ops/types'
 *
 * parseJson('{"loss": NaN}') // => { _tag: 'Right', right: { loss: NaN } }
 * ```
 * @category Codec blocks
 * @since 0.1.0
 */
export const parseJson = (text: string): E.Either<'NotJson', unknown> => {
  try {
    return E.right(JSON.parse(text))
  } catch {
    try {
      return E.right(parseExtended(text))
    } catch {
      return E.left('NotJson')
    }
  }
}
