import {
  hintForArgument,
  hintForExcess,
  hintForMember,
  hintForMissing,
  hintForName,
  isComparator,
} from '../library/hints.ts'
import { rootNames, rootOperation } from '../library/roots.ts'
import type { Call, Chain, Expression, Lambda, Span } from '../syntax/Expression.ts'
import { readType, showType } from '../types/showType.ts'
import { anyType, functionType, isAssignable, noneType, type Type, withoutGroupKeys } from '../types/Type.ts'
import { positioned } from '../values/budget.ts'
import type { Cell, LibraryParameter } from '../values/LibraryOperation.ts'
import { chargeResult } from '../values/operators.ts'
import { bind } from './bind.ts'
import { type Compiled, type Context, type Environment, poison, reportFailure, type Slots } from './Compiled.ts'
import { compileDict, compileList, compileLiteral } from './compileLiteral.ts'
import { compileBinary, compileUnary } from './compileOperator.ts'
import { compileSubscript } from './compileSubscript.ts'
import { costOf } from './cost.ts'
import { isOperationName, memberNames } from './lookup.ts'
import { compileTag, isTagName, noteGrouping, readsTag } from './tags.ts'

/** An operation without a receiver costs as much as processing this many elements. */
const CALL = 20

/** Compiles a lambda; each parameter has a slot of its own. */
const makeLambda = (
  context: Context,
  node: Lambda,
  frame: ReadonlyArray<Type>,
  reach: Environment,
): { readonly type: Type; readonly run: (slots: Slots) => (...cells: ReadonlyArray<unknown>) => unknown } => {
  if (node.parameters.length > frame.length)
    reportFailure(
      context,
      node,
      `The function has ${node.parameters.length} parameters, expected at most ${frame.length}.`,
      'Remove the extra ones.',
    )
  const bound = node.parameters.map((name, index) => {
    context.slots.count += 1
    return [name, { slot: context.slots.count - 1, type: frame[index] ?? anyType }] as const
  })
  const body = compile(context, node.body, new Map([...reach, ...bound]))
  const { spendBudget } = context.cells
  const cost = costOf(node.body)
  const slotsOf = bound.map(([, { slot }]) => slot)
  return {
    type: functionType(frame, body.type),
    run: (slots) => {
      const [first, second] = slotsOf
      const few = (one?: unknown, other?: unknown): unknown => {
        spendBudget(cost)
        if (first !== undefined) slots[first] = one
        if (second !== undefined) slots[second] = other
        return body.run(slots)
      }
      if (slotsOf.length <= 2) return few
      return (...cells) => {
        for (let index = 2; index < slotsOf.length; index += 1) slots[slotsOf[index] as number] = cells[index]
        return few(cells[0], cells[1])
      }
    },
  }
}

/** Compiles an argument for its types and failures alone. */
const checkArgument = (context: Context, node: Expression, reach: Environment): void => {
  if (node._tag !== 'Lambda') compile(context, node, reach)
  else {
    const unknown = node.parameters.map(() => anyType)
    makeLambda(context, node, unknown, reach)
  }
}

/** Compiles a misplaced argument for its types; its own failures are dropped, as the caller reports the misplacement. */
const checkSilently = (context: Context, node: Expression, reach: Environment): void => {
  const { length } = context.failures
  checkArgument(context, node, reach)
  context.failures.length = length
}

/** Reports the failures within the arguments of an unknown operation. */
const checkArguments = (context: Context, args: ReadonlyArray<Expression>, reach: Environment): void => {
  for (const arg of args) checkArgument(context, arg, reach)
}

/** The compiled arguments of an operation. */
interface CompiledArguments {
  readonly types: ReadonlyArray<Type>
  readonly constants: ReadonlyArray<unknown>
  readonly run: (slots: Slots) => ReadonlyArray<unknown>
  /** The result of `run` if it is constant. */
  readonly always?: ReadonlyArray<unknown>
}

const arity = (parameters: ReadonlyArray<LibraryParameter>): string =>
  parameters.length === 0
    ? 'no arguments'
    : `${parameters.length} argument${parameters.length === 1 ? '' : 's'} (${parameters.map(({ name }) => name).join(', ')})`

/** Compiles the arguments of an operation against its parameters; type failures are added to the context. */
const compileArguments = (
  context: Context,
  nameSpan: Span,
  name: string,
  parameters: ReadonlyArray<LibraryParameter>,
  args: ReadonlyArray<Expression>,
  receiver: Type,
  reach: Environment,
): CompiledArguments => {
  const [excess] = args.slice(parameters.length)
  for (const arg of args.slice(parameters.length)) checkSilently(context, arg, reach)
  if (excess !== undefined)
    reportFailure(context, excess, `Too many arguments: ${name} takes ${arity(parameters)}.`, hintForExcess(name))
  const types: Array<Type> = []
  const parts = args.slice(0, parameters.length).map((arg, index) => {
    const parameter = parameters[index] as LibraryParameter
    if (parameter.frame !== undefined) {
      if (arg._tag !== 'Lambda') {
        checkSilently(context, arg, reach)
        reportFailure(context, arg, `${name} expects a function.`, 'Write (row) => ….')
        types.push(anyType)
        return () => null
      }
      const made = makeLambda(context, arg, parameter.frame(receiver, types), reach)
      types.push(made.type)
      return made.run
    }
    const wanted = readType(parameter.type)
    if (arg._tag === 'Lambda') {
      checkSilently(context, arg, reach)
      reportFailure(context, arg, `${name} expects ${showType(wanted)}, got a function.`)
      types.push(anyType)
      return () => null
    }
    const made = compile(context, arg, reach)
    if (!isAssignable(made.type, wanted))
      reportFailure(
        context,
        arg,
        `${name} expects ${showType(wanted)}, got ${showType(made.type)}.`,
        hintForArgument(arg, parameter.type),
      )
    // Other arguments lose their tags.
    types.push(parameter.asCell === true ? made.type : withoutGroupKeys(made.type))
    if (parameter.asCell === true) return made.run
    return (slots: Slots) => context.cells.plain(made.run(slots)) ?? null
  })
  const missing = parameters.slice(args.length).find(({ optional, type }) => optional !== true && type !== 'string')
  if (missing !== undefined)
    reportFailure(
      context,
      nameSpan,
      `${name} requires the argument ${missing.name}: ${missing.description}`,
      hintForMissing(name, args),
    )
  // An omitted string is empty, as in saved expressions.
  const omitted = parameters
    .slice(args.length)
    .map(({ optional, type }) => (optional !== true && type === 'string' ? '' : undefined))
  const constants = args.map((arg) => (arg._tag === 'Literal' ? arg.value : undefined))
  if (parts.length === 0) return { types, constants, run: () => omitted, always: omitted }
  return { types, constants, run: (slots) => parts.map((part) => part(slots)).concat(omitted) }
}

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
  if (isTagName(name) && args.length === 0 && readsTag(receiver.type, name))
    return compileTag(context, receiver, name, nameSpan)
  // An entry of a dict takes no arguments.
  if (binding === undefined || (args.length > 0 && !isTagName(name) && !isOperationName(name))) {
    const problem =
      binding === undefined ? `${showType(receiver.type)} has no operation ${name}.` : `There is no operation ${name}.`
    reportFailure(context, nameSpan, problem, hintForMember(name, memberNames(receiver.type)))
    checkArguments(context, args, reach)
    return poison
  }
  const [first] = args
  if (name === 'sort' && first !== undefined && isComparator(first)) {
    const problem = 'sort expects a function of one element, which returns its key.'
    reportFailure(context, first, problem, 'Write sort((row) => key), or sort((row) => key, "desc").')
    return poison
  }
  const made = compileArguments(context, nameSpan, name, binding.parameters, args, receiver.type, reach)
  const type = binding.type(made.types, made.constants)
  if (name === 'groupby') noteGrouping(context, type)
  const apply = (cell: Cell, values: ReadonlyArray<unknown>): Cell => {
    try {
      return binding.apply(cell, values)
    } catch (thrown) {
      throw positioned(thrown, nameSpan)
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
    reportFailure(context, node.nameSpan, `Unknown operation ${node.name}.`, hintForName(node.name, rootNames()))
    return poison
  }
  const made = compileArguments(context, node.nameSpan, node.name, root.parameters, node.args, noneType, reach)
  const call = root.call as unknown as (
    receiver: null,
    args: ReadonlyArray<unknown>,
    cells: Context['cells'],
  ) => unknown
  return {
    type: root.resultType?.(noneType, made.types, made.constants) ?? readType(root.returns.type),
    run: (slots) => {
      try {
        context.cells.spendBudget(CALL)
        const result = call(null, made.run(slots), context.cells)
        chargeResult(context.cells, result)
        return result
      } catch (thrown) {
        throw positioned(thrown, node.nameSpan)
      }
    },
  }
}

const make = (context: Context, node: Expression, reach: Environment): Compiled => {
  switch (node._tag) {
    case 'Literal':
      return compileLiteral(node.value)
    case 'Name': {
      const variable = reach.get(node.name)
      if (variable === undefined) {
        reportFailure(context, node, `Unknown name ${node.name}.`, hintForName(node.name, reach.keys()))
        return poison
      }
      const { slot, type } = variable
      return { type, run: (slots) => slots[slot] }
    }
    case 'List':
      return compileList(
        context,
        node.items.map((item) => compile(context, item, reach)),
      )
    case 'Dict':
      return compileDict(
        context,
        node.entries.map(({ key, value }) => ({ key, value: compile(context, value, reach) })),
      )
    case 'Lambda':
      reportFailure(context, node, 'A function can only be used as an argument.', 'Write list.map((row) => …).')
      return poison
    case 'Unary':
      return compileUnary(context, node, compile(context, node.operand, reach))
    case 'Binary':
      return compileBinary(context, node, compile(context, node.left, reach), compile(context, node.right, reach))
    case 'Chain':
      return compileChain(context, node, reach)
    case 'Call':
      return compileCall(context, node, reach)
    case 'Subscript':
      return compileSubscript(context, node, compile(context, node.receiver, reach), compile(context, node.key, reach))
  }
}

/** Compiles an expression; type failures are added to the context. */
export const compile = (context: Context, node: Expression, reach: Environment): Compiled => {
  const made = make(context, node, reach)
  context.types.set(node, made.type)
  context.reaches?.set(node, reach)
  const answer = context.answers?.get(node)
  return answer === undefined ? made : { type: made.type, run: (slots) => answer() ?? made.run(slots) }
}
