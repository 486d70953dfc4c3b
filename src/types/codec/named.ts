import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isObject } from './isObject.ts'
import { own } from './own.ts'

/** The name of a node, without the rest of it. */
export const named: t.Type<string, unknown> = new t.Type(
  '{ name }',
  t.string.is,
  (u, context) => {
    const name = isObject(u) ? own(u, 'name') : undefined
    return E.isRight(t.string.decode(name)) ? t.success(name as string) : t.failure(u, context)
  },
  (name) => ({ name }),
)
