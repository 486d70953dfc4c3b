import { setOwn } from '../../types/wire/own.ts'
import type { Literal } from '../syntax/Expression.ts'
import {
  booleanType,
  dictType,
  listType,
  noneType,
  numberType,
  stringType,
  type Type,
  unionType,
} from '../types/Type.ts'
import type { Compiled, Context } from './Compiled.ts'

const scalarType = (value: Literal['value']): Type => {
  switch (typeof value) {
    case 'number':
      return numberType
    case 'string':
      return stringType
    case 'boolean':
      return booleanType
    default:
      return noneType
  }
}

/** Compiles a number, a string, a boolean or `null`. */
export const compileLiteral = (value: Literal['value']): Compiled => ({ type: scalarType(value), run: () => value })

/** Compiles a list of compiled items. */
export const compileList = ({ cells }: Context, items: ReadonlyArray<Compiled>): Compiled => ({
  type: listType(items.length === 0 ? noneType : unionType(items.map((item) => item.type))),
  run: (slots) => {
    cells.createList(items.length)
    return items.map((item) => item.run(slots) ?? null)
  },
})

/** Compiles a dict of compiled entries. */
export const compileDict = (
  { cells }: Context,
  entries: ReadonlyArray<{ readonly key: string; readonly value: Compiled }>,
): Compiled => {
  const types: Record<string, Type> = {}
  for (const { key, value } of entries) setOwn(types, key, value.type)
  return {
    type: dictType(types),
    run: (slots) => {
      cells.createDict(entries.length)
      const dict = cells.makeDict()
      for (const { key, value } of entries) setOwn(dict, key, value.run(slots) ?? null)
      return dict
    },
  }
}
