import { setOwn } from '../../types/codec/setOwn.ts'
import type { Binary, Call, Chain, Expression, Lambda, Span, Subscript } from '../Expression.ts'
import type { LibraryParameter } from '../library/LibraryOperation.ts'
import { rootNames, rootOperation } from '../library/roots.ts'
import { readType } from '../readType.ts'
import { showType } from '../showType.ts'
import {
  anyType,
  booleanType,
  dictType,
  functionType,
  listType,
  noneType,
  numberType,
  stringType,
  type Type,
  unionType,
} from '../Type.ts'
import { isAssignable } from './assignable.ts'
import { bind } from './bind.ts'
import { type Compiled, type Context, fail, type Reach, type Slots } from './Compiled.ts'
import { markMade } from './cells.ts'
import { namesOf } from './dispatch.ts'
import { lift } from './lift.ts'
import { nearestHint } from './nearest.ts'
import { binaryOperators, seesNull } from './operators.ts'
import { operatorType, unaryType } from './operatorType.ts'
import { Stop } from './Stop.ts'
import { measure, sizeOf } from './sizeOf.ts'
import { pickCell, pickType } from './subscript.ts'
import { asksTag, isTagName, tagOf } from './tags.ts'

/** What stands where nothing can be made of an expression; the failure has been told. */
const broken: Compiled = { type: anyType, run: () => null }

const constant = (value: unknown, type: Type): Compiled => ({ type, run: () => value })

const scalarType = (value: unknown): Type =>
  value === null
    ? noneType
    : typeof value === 'number'
      ? numberType
      : typeof value === 'string'
        ? stringType
        : booleanType

const elementNames = (type: Type): ReadonlyArray<string> => {
  switch (type._tag) {
    case 'Maybe':
      return elementNames(type.of)
    case 'List':
      return [...namesOf('any'), ...namesOf('list'), ...elementNames(type.of)]
    case 'Record':
      return [...namesOf('any'), ...namesOf(type.receiver)]
    case 'Scalar':
      return [...namesOf('any'), ...namesOf(type.name)]
    case 'Dict':
      return [...namesOf('any'), ...namesOf('dict'), ...Object.keys(type.entries)]
    default:
      return namesOf('any')
  }
}

const makeLambda = (
  context: Context,
  node: Lambda,
  frame: ReadonlyArray<Type>,
  reach: Reach,
): { readonly type: Type; readonly run: (slots: Slots) => (...cells: ReadonlyArray<unknown>) => unknown } => {
  if (node.parameters.length > frame.length)
    fail(context, node, `The function is called with ${frame.length} values at most.`, 'Leave parameters out.')
  const bound = node.parameters.map((name, index) => {
    context.slots.count += 1
    return [name, { slot: context.slots.count - 1, type: frame[index] ?? anyType }] as const
  })
  const body = compile(context, node.body, new Map([...reach, ...bound]))
  const slotsOf = bound.map(([, { slot }]) => slot)
  return {
    type: functionType(frame, body.type),
    run: (slots) => {
      const [first, second] = slotsOf
      return (...cells) => {
        if (first !== undefined) slots[first] = cells[0]
        if (second !== undefined) slots[second] = cells[1]
        for (let index = 2; index < slotsOf.length; index += 1) slots[slotsOf[index] as number] = cells[index]
        return body.run(slots)
      }
    },
  }
}

/** Makes the types of a part known that stands where it cannot be used; the one failure is that it stands there. */
const glance = (context: Context, node: Expression, reach: Reach): void => {
  const { length } = context.failures
  if (node._tag === 'Lambda')
    makeLambda(
      context,
      node,
      node.parameters.map(() => anyType),
      reach,
    )
  else compile(context, node, reach)
  context.failures.length = length
}

/** What is wrong within the arguments of an operation that there is not. */
const lookInto = (context: Context, args: ReadonlyArray<Expression>, reach: Reach): void => {
  for (const arg of args) {
    if (arg._tag === 'Lambda')
      makeLambda(
        context,
        arg,
        arg.parameters.map(() => anyType),
        reach,
      )
    else compile(context, arg, reach)
  }
}

interface Arguments {
  readonly types: ReadonlyArray<Type>
  readonly constants: ReadonlyArray<unknown>
  readonly run: (slots: Slots) => ReadonlyArray<unknown>
}

const arity = (parameters: ReadonlyArray<LibraryParameter>): string =>
  parameters.length === 0 ? 'no arguments' : parameters.map(({ name }) => name).join(', ')

const makeArguments = (
  context: Context,
  place: Span,
  name: string,
  parameters: ReadonlyArray<LibraryParameter>,
  args: ReadonlyArray<Expression>,
  receiver: Type,
  reach: Reach,
): Arguments => {
  const [excess] = args.slice(parameters.length)
  for (const arg of args.slice(parameters.length)) glance(context, arg, reach)
  if (excess !== undefined)
    fail(context, excess, `${name} takes ${arity(parameters)}, and this is one more.`, 'Leave it out.')
  const types: Array<Type> = []
  const parts = args.slice(0, parameters.length).map((arg, index) => {
    const parameter = parameters[index] as LibraryParameter
    if (parameter.frame !== undefined) {
      if (arg._tag !== 'Lambda') {
        glance(context, arg, reach)
        fail(context, arg, `${name} needs a function here.`, 'Write (row) => …')
        types.push(anyType)
        return () => null
      }
      const made = makeLambda(context, arg, parameter.frame(receiver, types), reach)
      types.push(made.type)
      return made.run
    }
    const wanted = readType(parameter.type)
    if (arg._tag === 'Lambda') {
      glance(context, arg, reach)
      fail(context, arg, `${name} needs ${showType(wanted)} here, and this is a function.`)
      types.push(anyType)
      return () => null
    }
    const made = compile(context, arg, reach)
    if (!isAssignable(made.type, wanted))
      fail(context, arg, `${name} needs ${showType(wanted)} here, and this is ${showType(made.type)}.`)
    types.push(made.type)
    if (parameter.asCell === true) return made.run
    return (slots: Slots) => context.cells.plain(made.run(slots)) ?? null
  })
  const missing = parameters.slice(args.length).find(({ optional, type }) => optional !== true && type !== 'string')
  if (missing !== undefined)
    fail(context, place, `${name} needs ${missing.name}: ${missing.description}`, `Write ${name}(…).`)
  // A text that is left out is the empty one, as in saved expressions.
  const left = parameters
    .slice(args.length)
    .map(({ optional, type }) => (optional !== true && type === 'string' ? '' : undefined))
  const constants = args.map((arg) => (arg._tag === 'Literal' ? arg.value : undefined))
  return { types, constants, run: (slots) => [...parts.map((part) => part(slots)), ...left] }
}

const compileChain = (context: Context, node: Chain, reach: Reach): Compiled =>
  chainOn(context, node, compile(context, node.receiver, reach), node.args, reach)

const chainOn = (
  context: Context,
  node: { readonly name: string; readonly nameSpan: Span },
  receiver: Compiled,
  args: ReadonlyArray<Expression>,
  reach: Reach,
): Compiled => {
  const { name, nameSpan } = node
  const binding = bind(receiver.type, name, nameSpan, context.cells)
  if (isTagName(name) && args.length === 0 && asksTag(receiver.type, name)) return tagOf(context, receiver, name)
  if (binding === undefined) {
    const words = `${showType(receiver.type)} has no operation ${name}.`
    fail(context, nameSpan, words, nearestHint(name, elementNames(receiver.type)))
    lookInto(context, args, reach)
    return broken
  }
  const made = makeArguments(context, nameSpan, name, binding.parameters, args, receiver.type, reach)
  return {
    type: binding.type(made.types, made.constants),
    run: (slots) => {
      const cell = receiver.run(slots)
      const values = made.run(slots)
      try {
        return binding.apply(cell, values)
      } catch (thrown) {
        if (thrown instanceof Stop && thrown.span === undefined) throw new Stop(thrown.message, thrown.hint, nameSpan)
        throw thrown
      }
    },
  }
}

const compileCall = (context: Context, node: Call, reach: Reach): Compiled => {
  const root = rootOperation(node.name)
  const [first, ...rest] = node.args
  if (root === undefined && first !== undefined)
    return chainOn(context, node, compile(context, first, reach), rest, reach)
  if (root === undefined) {
    fail(context, node.nameSpan, `There is no operation ${node.name}.`, nearestHint(node.name, rootNames()))
    return broken
  }
  const made = makeArguments(context, node.nameSpan, node.name, root.parameters, node.args, noneType, reach)
  const call = root.call as unknown as (
    receiver: null,
    args: ReadonlyArray<unknown>,
    cells: Context['cells'],
  ) => unknown
  return {
    type: root.resultType?.(noneType, made.types, made.constants) ?? readType(root.returns.type),
    run: (slots) => call(null, made.run(slots), context.cells),
  }
}

const compileBinary = (context: Context, node: Binary, reach: Reach): Compiled => {
  const { cells } = context
  const left = compile(context, node.left, reach)
  const right = compile(context, node.right, reach)
  const operate = binaryOperators[node.operator]
  const isAsked = seesNull(node.operator)
  const type = operatorType(node.operator, left.type, right.type)
  if (type === undefined) {
    fail(context, node, `${node.operator} stands between ${showType(left.type)} and ${showType(right.type)}.`)
    return broken
  }
  const both = (one: unknown, other: unknown): unknown => {
    const a = cells.valueOf(one)
    const b = cells.valueOf(other)
    if (Array.isArray(a)) {
      cells.spend(a.length)
      if (!Array.isArray(b))
        return cells.keep(
          a.map((item) => both(item, other)),
          one,
        )
      const isPaired = a.length === b.length
      return cells.keep(
        a.map((item, index) => (isPaired ? both(item, b[index]) : null)),
        one,
      )
    }
    if (Array.isArray(b) && !(isAsked && (a === null || a === undefined))) {
      cells.spend(b.length)
      return b.map((item) => both(one, item))
    }
    if (!isAsked && (a === null || a === undefined)) return cells.keep(null, one)
    if (isAsked && typeof a === 'object' && typeof b === 'object')
      cells.spend(Math.min(sizeOf(cells, a), sizeOf(cells, b)))
    return cells.keep(operate(isAsked ? cells.plain(a) : a, isAsked ? cells.plain(b) : b), one)
  }
  return { type, run: (slots) => both(left.run(slots), right.run(slots)) }
}

const compileSubscript = (context: Context, node: Subscript, reach: Reach): Compiled => {
  const receiver = compile(context, node.receiver, reach)
  const key = compile(context, node.key, reach)
  const constantKey = node.key._tag === 'Literal' ? node.key.value : undefined
  const type = pickType(receiver.type, key.type, constantKey)
  if (typeof type === 'string') {
    fail(context, node.key, type)
    return broken
  }
  const { cells } = context
  return { type, run: (slots) => pickCell(cells, receiver.run(slots), cells.plain(key.run(slots))) }
}

const make = (context: Context, node: Expression, reach: Reach): Compiled => {
  const { cells } = context
  switch (node._tag) {
    case 'Literal':
      return constant(node.value, scalarType(node.value))
    case 'Name': {
      const variable = reach.get(node.name)
      if (variable === undefined) {
        fail(context, node, `There is no ${node.name} here.`, nearestHint(node.name, reach.keys()))
        return broken
      }
      const { slot, type } = variable
      return { type, run: (slots) => slots[slot] }
    }
    case 'List': {
      const items = node.items.map((item) => compile(context, item, reach))
      const type = listType(items.length === 0 ? noneType : unionType(items.map((item) => item.type)))
      const run = (slots: Slots): unknown => {
        const parts = items.map((item) => item.run(slots) ?? null)
        return measure(cells, parts, parts)
      }
      return { type, run }
    }
    case 'Dict': {
      const entries = node.entries.map(({ key, value }) => ({ key, value: compile(context, value, reach) }))
      const types: Record<string, Type> = {}
      for (const { key, value } of entries) setOwn(types, key, value.type)
      return {
        type: dictType(types),
        run: (slots) => {
          const dict: Record<string, unknown> = {}
          for (const { key, value } of entries) setOwn(dict, key, value.run(slots) ?? null)
          return measure(cells, markMade(dict), Object.values(dict))
        },
      }
    }
    case 'Lambda':
      fail(context, node, 'A function stands only as an argument.', 'Write list.map((row) => …).')
      return broken
    case 'Unary': {
      const operand = compile(context, node.operand, reach)
      const isNot = node.operator === '!'
      const wanted = isNot ? booleanType : numberType
      const type = unaryType(wanted, operand.type)
      if (type === undefined) {
        fail(context, node, `${node.operator} needs ${showType(wanted)}, and this is ${showType(operand.type)}.`)
        return broken
      }
      const kind = isNot ? 'boolean' : 'number'
      const operate = lift(cells, (value) => (typeof value === kind ? (isNot ? !value : -(value as number)) : null))
      return { type, run: (slots) => operate(operand.run(slots)) }
    }
    case 'Binary':
      return compileBinary(context, node, reach)
    case 'Chain':
      return compileChain(context, node, reach)
    case 'Call':
      return compileCall(context, node, reach)
    case 'Subscript':
      return compileSubscript(context, node, reach)
  }
}

/** Makes an expression ready to run; what is wrong with it is told to the context. */
export const compile = (context: Context, node: Expression, reach: Reach): Compiled => {
  const made = make(context, node, reach)
  context.types.set(node, made.type)
  context.reaches?.set(node, reach)
  return made
}
