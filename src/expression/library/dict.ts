import { setOwn } from '../../types/wire/own.ts'
import { showType } from '../types/showType.ts'
import { anyType, dictType, listType, stringType, type Type, unionType } from '../types/Type.ts'
import { typeOf } from '../types/typeOf.ts'
import type { Cell, Evaluation, LibraryOperation } from '../values/LibraryOperation.ts'
import { getPath, subscriptType } from '../values/path.ts'
import { chargeParts } from './chargeParts.ts'
import { isDictValue } from './rows.ts'

type Dict = Readonly<Record<string, Cell>>

/** Finding the type of a value costs as much as processing this many. */
const TYPED = 20

const dictOf = (type: Type | undefined): (Type & { readonly _tag: 'Dict' }) | undefined =>
  type?._tag === 'Dict' ? type : undefined

const valueType = (type: Type): Type => {
  const dict = dictOf(type)
  return dict === undefined
    ? anyType
    : unionType([...Object.values(dict.entries), ...(dict.others === undefined ? [] : [dict.others])])
}

const merge = (first: Dict, second: Dict, evaluation: Evaluation): Dict => {
  const merged = evaluation.makeDict()
  for (const dict of [first, second]) {
    const entries = Object.entries(dict)
    evaluation.spendBudget(5 * entries.length)
    evaluation.createDict(entries.length)
    for (const [key, value] of entries) setOwn(merged, key, value ?? null)
  }
  return merged
}

const mergedType = (first: Type, [second]: ReadonlyArray<Type>): Type => {
  const one = dictOf(first)
  const other = dictOf(second)
  if (one === undefined || other === undefined) return second?._tag === 'Dict' ? dictType({}, anyType) : anyType
  const entries: Record<string, Type> = {}
  for (const [key, type] of Object.entries(one.entries))
    setOwn(entries, key, other.others === undefined ? type : unionType([type, other.others]))
  for (const [key, type] of Object.entries(other.entries)) setOwn(entries, key, type)
  const others = [one.others, other.others].filter((type) => type !== undefined)
  return dictType(entries, others.length === 0 ? undefined : unionType(others))
}

const picking = (name: string): LibraryOperation => ({
  name,
  chain: 'pick',
  kind: 'dict',
  parameters: [{ name: 'key', type: 'string', description: 'The key, or a path of keys separated by dots.' }],
  returns: { type: 'any', description: 'The value; `null` if there is none.' },
  resultType: (receiver, [key], [constant]) => {
    const type = subscriptType(receiver, key ?? stringType, constant ?? (key === undefined ? '' : undefined))
    return typeof type === 'string' ? anyType : type
  },
  description:
    'Returns the value at a key, like a string in square brackets.\n\nThe exact key is looked up first. If there is none, dots separate a path, which maps over lists; `\\\\.` is a literal dot, and `*` matches all keys of a dict and all elements of a list.',
  visibility: 'hidden',
  call: (dict: Dict, [key]: readonly [unknown], evaluation: Evaluation) =>
    typeof key === 'string' ? getPath(dict, key, evaluation) : null,
})

/** Operations on dicts. */
export const dictOperations: ReadonlyArray<LibraryOperation> = [
  picking('dict-pick'),
  picking('pick'),
  {
    name: 'typedDict-keys',
    chain: 'keys',
    kind: 'dict',
    parameters: [],
    returns: { type: 'list<string>', description: 'The keys, in the order of the dict.' },
    description: 'Returns the keys of the dict.',
    visibility: 'hidden',
    call: (dict: Dict, _args: readonly [], evaluation: Evaluation) => {
      const keys = Object.keys(dict)
      evaluation.spendBudget(keys.length)
      evaluation.createList(keys.length)
      return keys
    },
  },
  {
    name: 'typedDict-values',
    chain: 'values',
    kind: 'dict',
    parameters: [],
    returns: { type: 'list<any>', description: 'The values, in the order of the dict.' },
    resultType: (receiver) => listType(valueType(receiver)),
    description: 'Returns the values of the dict.',
    visibility: 'hidden',
    call: (dict: Dict, _args: readonly [], evaluation: Evaluation) => {
      const values = Object.values(dict)
      evaluation.spendBudget(values.length)
      evaluation.createList(values.length)
      return values.map((value) => value ?? null)
    },
  },
  {
    name: 'object-keytypes',
    chain: 'keytypes',
    kind: 'dict',
    parameters: [],
    returns: { type: 'list<dict>', description: 'A dict `{ key, type }` for each key; the type is a string.' },
    resultType: () => listType(dictType({ key: stringType, type: stringType })),
    description: 'Returns the keys of the dict, each with the type of its value.',
    visibility: 'hidden',
    call: (dict: Dict, _args: readonly [], evaluation: Evaluation) => {
      const entries = Object.entries(dict)
      evaluation.spendBudget(entries.length)
      evaluation.createList(entries.length)
      evaluation.createDict(2, entries.length)
      return entries.map(([key, value]) => {
        const plain = evaluation.plain(value)
        evaluation.spendBudget(TYPED * chargeParts(evaluation, plain))
        const type = showType(typeOf(plain))
        evaluation.createString(type.length)
        return { key, type }
      })
    },
  },
  {
    name: 'merge',
    chain: 'merge',
    kind: 'dict',
    parameters: [{ name: 'rhs', type: 'dict', description: 'The dict whose entries take precedence.', asCell: true }],
    returns: {
      type: 'maybe<dict>',
      description: 'A dict with the entries of both; `null` if either is `null`.',
    },
    resultType: mergedType,
    description:
      'Merges two dicts.\n\nA key of both keeps its position and takes the value of the second dict, even `null`. Nested dicts are not merged.',
    visibility: 'hidden',
    call: (dict: Dict, [cell]: readonly [Cell], evaluation: Evaluation) => {
      const other = evaluation.valueOf(cell)
      return isDictValue(other) ? merge(dict, other, evaluation) : null
    },
  },
]
