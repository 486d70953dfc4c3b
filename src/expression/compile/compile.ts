import { didYouMean } from '../../query/nearest.ts'
import { setOwn } from '../../types/wire/own.ts'
import { rootNames, rootOperation } from '../library/roots.ts'
import type { Call, Chain, Expression, Span, Subscript } from '../syntax/Expression.ts'
import { readType, showType } from '../types/showType.ts'
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
import { EvaluationError } from '../values/cells.ts'
import type { Cell } from '../values/LibraryOperation.ts'
import { mapNullable, unaryType } from '../values/operators.ts'
import { fastSubscript, subscriptCell, subscriptType } from '../values/path.ts'
import { recordSize } from '../values/size.ts'
import { checkArguments, compileArguments } from './arguments.ts'
import { compileBinary } from './binary.ts'
import { bind } from './bind.ts'
import {
  type Compile,
  type Compiled,
  type Context,
  type Environment,
  poison,
  reportFailure,
  type Slots,
} from './Compiled.ts'
import { memberNames } from './dispatch.ts'
import { fastEntryRun } from './entryRun.ts'
import { compileTag, isTagName, readsTag } from './tags.ts'

const constant = (value: unknown, type: Type): Compiled => ({ type, run: () => value })

const scalarType = (value: unknown): Type =>
  value === null
    ? noneType
    : typeof value === 'number'
      ? numberType
      : typeof value === 'string'
        ? stringType
        : booleanType

const compileChain = (context: Context, node: Chain, reach: Environment): Compiled =>
  chainOn(context, node, compile(context, node.receiver, reach), node.args, reach)

const chainOn = (
  context: Context,
  node: { readonly name: string; readonly nameSpan: Span },
  receiver: Compiled,
  args: ReadonlyArray<Expression>,
  reach: Environment,
): Compiled => {
  const { name, nameSpan } = node
  const binding = bind(receiver.type, name, nameSpan, context.cells)
  if (isTagName(name) && args.length === 0 && readsTag(receiver.type, name)) return compileTag(context, receiver, name)
  if (binding === undefined) {
    const problem = `${showType(receiver.type)} has no operation ${name}.`
    reportFailure(context, nameSpan, problem, didYouMean(name, memberNames(receiver.type)))
    checkArguments(compile, context, args, reach)
    return poison
  }
  const made = compileArguments(compile, context, nameSpan, name, binding.parameters, args, receiver.type, reach)
  const type = binding.type(made.types, made.constants)
  const apply = (cell: Cell, values: ReadonlyArray<unknown>): Cell => {
    try {
      return binding.apply(cell, values)
    } catch (thrown) {
      if (thrown instanceof EvaluationError && thrown.span === undefined)
        throw new EvaluationError(thrown.message, thrown.hint, nameSpan)
      throw thrown
    }
  }
  const { always } = made
  if (always === undefined) return { type, run: (slots) => apply(receiver.run(slots), made.run(slots)) }
  const whole = (cell: Cell): Cell => apply(cell, always)
  const { one } = binding
  return { type, run: (slots) => whole(receiver.run(slots)), asks: one && { receiver, whole, one } }
}

const compileCall = (context: Context, node: Call, reach: Environment): Compiled => {
  const root = rootOperation(node.name)
  const [first, ...rest] = node.args
  if (root === undefined && first !== undefined)
    return chainOn(context, node, compile(context, first, reach), rest, reach)
  if (root === undefined) {
    reportFailure(context, node.nameSpan, `Unknown operation ${node.name}.`, didYouMean(node.name, rootNames()))
    return poison
  }
  const made = compileArguments(compile, context, node.nameSpan, node.name, root.parameters, node.args, noneType, reach)
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

const compileSubscript = (context: Context, node: Subscript, reach: Environment): Compiled => {
  const receiver = compile(context, node.receiver, reach)
  const key = compile(context, node.key, reach)
  const constantKey = node.key._tag === 'Literal' ? node.key.value : undefined
  const type = subscriptType(receiver.type, key.type, constantKey)
  if (typeof type === 'string') {
    reportFailure(context, node.key, type)
    return poison
  }
  const { cells } = context
  if (typeof constantKey === 'string') {
    const picked = fastSubscript(cells, constantKey)
    return { type, run: fastEntryRun(cells, receiver, constantKey) ?? ((slots) => picked(receiver.run(slots))) }
  }
  return { type, run: (slots) => subscriptCell(cells, receiver.run(slots), cells.plain(key.run(slots))) }
}

const make = (context: Context, node: Expression, reach: Environment): Compiled => {
  const { cells } = context
  switch (node._tag) {
    case 'Literal':
      return constant(node.value, scalarType(node.value))
    case 'Name': {
      const variable = reach.get(node.name)
      if (variable === undefined) {
        reportFailure(context, node, `Unknown name ${node.name}.`, didYouMean(node.name, reach.keys()))
        return poison
      }
      const { slot, type } = variable
      return { type, run: (slots) => slots[slot] }
    }
    case 'List': {
      const items = node.items.map((item) => compile(context, item, reach))
      const type = listType(items.length === 0 ? noneType : unionType(items.map((item) => item.type)))
      const run = (slots: Slots): unknown => {
        const parts = items.map((item) => item.run(slots) ?? null)
        return recordSize(cells, parts, parts)
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
          return recordSize(cells, cells.markDict(dict), Object.values(dict))
        },
      }
    }
    case 'Lambda':
      reportFailure(context, node, 'A function can only be used as an argument.', 'Write list.map((row) => …).')
      return poison
    case 'Unary': {
      const operand = compile(context, node.operand, reach)
      const isNot = node.operator === '!'
      const wanted = isNot ? booleanType : numberType
      const type = unaryType(wanted, operand.type)
      if (type === undefined) {
        reportFailure(context, node, `${node.operator} expects ${showType(wanted)}, got ${showType(operand.type)}.`)
        return poison
      }
      const kind = isNot ? 'boolean' : 'number'
      const operate = mapNullable(cells, (value) =>
        typeof value === kind ? (isNot ? !value : -(value as number)) : null,
      )
      return { type, run: (slots) => operate(operand.run(slots), undefined) }
    }
    case 'Binary':
      return compileBinary(context, node, compile(context, node.left, reach), compile(context, node.right, reach))
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
