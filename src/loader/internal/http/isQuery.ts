import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import { parseJson } from '../../../types/codec/parseJson.ts'

/** Whether the body of a GraphQL request is a query, which changes nothing. */
export const isQuery = (body: string | undefined): boolean => {
  const parsed = parseJson(body ?? '')
  const text = E.isRight(parsed) && isObject(parsed.right) ? parsed.right['query'] : undefined
  return (
    typeof text === 'string' && /^\s*(query\b|\{)/.test(text) && !/\b(mutation|subscription)\b\s*\w*\s*[({]/.test(text)
  )
}
