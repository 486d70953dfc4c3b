import { setOwn } from '../../types/codec/setOwn.ts'
import type { Call, Chain, Expression, Span, Subscript } from '../Expression.ts'
import type { Cell } from '../library/LibraryOperation.ts'
import { rootNames, rootOperation } from '../library/roots.ts'
import { readType } from '../readType.ts'
import { showType } from '../showType.ts'
import { booleanType, dictType, listType, noneType, numberType, stringType, type Type, unionType } from '../Type.ts'
import { lookInto, makeArguments } from './arguments.ts'
import { binaryOn } from './binary.ts'
import { bind } from './bind.ts'
import { broken, type Compile, type Compiled, type Context, fail, type Reach, type Slots } from './Compiled.ts'
import { elementNames } from './elementNames.ts'
import { entryRun } from './entryRun.ts'
import { lift } from './lift.ts'
import { nearestHint } from './nearest.ts'
import { unaryType } from './operatorType.ts'
import { Stop } from './Stop.ts'
import { measure } from './sizeOf.ts'
import { pickBy, pickCell, pickType } from './subscript.ts'
import { asksTag, isTagName, tagOf } from './tags.ts'

const constant = (value: unknown, type: Type): Compiled => ({ type, run: () => value })

const scalarType = (value: unknown): Type =>
  value === null
    ? noneType
    : typeof value === 'number'
      ? numberType
      : typeof value === 'string'
        ? stringType
        : booleanType

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
    const problem = `${showType(receiver.type)} has no operation ${name}.`
    fail(context, nameSpan, problem, nearestHint(name, elementNames(receiver.type)))
    lookInto(compile, context, args, reach)
    return broken
  }
  const made = makeArguments(compile, context, nameSpan, name, binding.parameters, args, receiver.type, reach)
  const type = binding.type(made.types, made.constants)
  const apply = (cell: Cell, values: ReadonlyArray<unknown>): Cell => {
    try {
      return binding.apply(cell, values)
    } catch (thrown) {
      if (thrown instanceof Stop && thrown.span === undefined) throw new Stop(thrown.message, thrown.hint, nameSpan)
      throw thrown
    }
  }
  const { always } = made
  if (always === undefined) return { type, run: (slots) => apply(receiver.run(slots), made.run(slots)) }
  const whole = (cell: Cell): Cell => apply(cell, always)
  const { one } = binding
  return { type, run: (slots) => whole(receiver.run(slots)), asks: one && { receiver, whole, one } }
}

const compileCall = (context: Context, node: Call, reach: Reach): Compiled => {
  const root = rootOperation(node.name)
  const [first, ...rest] = node.args
  if (root === undefined && first !== undefined)
    return chainOn(context, node, compile(context, first, reach), rest, reach)
  if (root === undefined) {
    fail(context, node.nameSpan, `Unknown operation ${node.name}.`, nearestHint(node.name, rootNames()))
    return broken
  }
  const made = makeArguments(compile, context, node.nameSpan, node.name, root.parameters, node.args, noneType, reach)
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
  if (typeof constantKey === 'string') {
    const picked = pickBy(cells, constantKey)
    return { type, run: entryRun(cells, receiver, constantKey) ?? ((slots) => picked(receiver.run(slots))) }
  }
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
        fail(context, node, `Unknown name ${node.name}.`, nearestHint(node.name, reach.keys()))
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
          return measure(cells, cells.markDict(dict), Object.values(dict))
        },
      }
    }
    case 'Lambda':
      fail(context, node, 'A function can only be used as an argument.', 'Write list.map((row) => …).')
      return broken
    case 'Unary': {
      const operand = compile(context, node.operand, reach)
      const isNot = node.operator === '!'
      const wanted = isNot ? booleanType : numberType
      const type = unaryType(wanted, operand.type)
      if (type === undefined) {
        fail(context, node, `${node.operator} expects ${showType(wanted)}, got ${showType(operand.type)}.`)
        return broken
      }
      const kind = isNot ? 'boolean' : 'number'
      const operate = lift(cells, (value) => (typeof value === kind ? (isNot ? !value : -(value as number)) : null))
      return { type, run: (slots) => operate(operand.run(slots), undefined) }
    }
    case 'Binary':
      return binaryOn(context, node, compile(context, node.left, reach), compile(context, node.right, reach))
    case 'Chain':
      return compileChain(context, node, reach)
    case 'Call':
      return compileCall(context, node, reach)
    case 'Subscript':
      return compileSubscript(context, node, reach)
  }
}

/** Compiles an expression; type failures are added to the context. */
export const compile: Compile = (context, node, reach) => {
  const made = make(context, node, reach)
  context.types.set(node, made.type)
  context.reaches?.set(node, reach)
  return made
}
