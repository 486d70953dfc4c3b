import * as E from 'fp-ts/lib/Either.js'
import { type Chain, checkRunExpression, type Expression, parse, print } from '../../src/expression/index.ts'

/** An expression that has the keys of the groups beside the value. */
export interface GroupedExpression {
  readonly text: string
  /** The names of the key's columns. */
  readonly names: ReadonlyArray<string>
}

const KEYS = 'keys'
const VALUE = 'value'

/** The chain of calls that an expression ends with, the last first. */
const chainOf = (expression: Expression): ReadonlyArray<Expression> => {
  const chain: Array<Expression> = []
  let at: Expression | undefined = expression
  while (at !== undefined) {
    chain.push(at)
    at = 'receiver' in at ? at.receiver : undefined
  }
  return chain
}

const isCall = (expression: Expression | undefined, name: string): expression is Chain =>
  expression?._tag === 'Chain' && expression.name === name

/** How a key is called: what it reads of the run, without the parameter of the lambda. */
const nameOf = (text: string, parameter: string): string => {
  const path = text.startsWith(`${parameter}.`) ? text.slice(parameter.length + 1) : 'group'
  return path.replace(/\["([^."[\]]+)"\]/g, '.$1')
}

const keyNames = ({ args: [key] }: Chain): ReadonlyArray<string> => {
  if (key?._tag !== 'Lambda') return ['group']
  if (key.body._tag === 'Dict') return key.body.entries.map((entry) => entry.key)
  return [nameOf(print(key.body), key.parameters[0] ?? '')]
}

/**
 * Returns the expression that has both the value of an expression over groups and the keys of the groups; `undefined` if it
 * is not one. A result of `map` knows its group only if it was computed from it, so the keys are those of what was mapped.
 */
export const groupedExpression = (text: string): GroupedExpression | undefined => {
  const parsed = parse(text)
  if (E.isLeft(parsed)) return undefined
  const chain = chainOf(parsed.right)
  const groupby = chain.find((one): one is Chain => isCall(one, 'groupby'))
  if (groupby === undefined) return undefined
  const [last] = chain
  const groups = isCall(last, 'map') ? last.receiver : parsed.right
  const both = `{${KEYS}: ${print(groups)}.groupkey, ${VALUE}: ${print(parsed.right)}}`
  return E.isRight(checkRunExpression(both)) ? { text: both, names: keyNames(groupby) } : undefined
}

/** Takes the keys and the value apart; without keys if there is none for each element of the value. */
export const ungroup = (
  both: unknown,
): { readonly keys: ReadonlyArray<unknown> | undefined; readonly value: unknown } => {
  const { [KEYS]: keys, [VALUE]: value } = both as Readonly<Record<string, unknown>>
  const fits = Array.isArray(keys) && Array.isArray(value) && keys.length === value.length
  return { keys: fits ? keys : undefined, value }
}
