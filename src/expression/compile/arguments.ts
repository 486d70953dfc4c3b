import type { Expression, Lambda, Span } from '../syntax/Expression.ts'
import { readType, showType } from '../types/showType.ts'
import { anyType, functionType, isAssignable, type Type } from '../types/Type.ts'
import type { LibraryParameter } from '../values/LibraryOperation.ts'
import { type Compile, type Context, type Environment, reportFailure, type Slots } from './Compiled.ts'

/** Compiles a lambda; each parameter has a slot of its own. */
const makeLambda = (
  compile: Compile,
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
  const slotsOf = bound.map(([, { slot }]) => slot)
  return {
    type: functionType(frame, body.type),
    run: (slots) => {
      const [first, second] = slotsOf
      const few = (one?: unknown, other?: unknown): unknown => {
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
const checkArgument = (compile: Compile, context: Context, node: Expression, reach: Environment): void => {
  if (node._tag !== 'Lambda') compile(context, node, reach)
  else {
    const unknown = node.parameters.map(() => anyType)
    makeLambda(compile, context, node, unknown, reach)
  }
}

/** Compiles a misplaced argument for its types; its own failures are dropped, as the caller reports the misplacement. */
const checkSilently = (compile: Compile, context: Context, node: Expression, reach: Environment): void => {
  const { length } = context.failures
  checkArgument(compile, context, node, reach)
  context.failures.length = length
}

/** Reports the failures within the arguments of an unknown operation. */
export const checkArguments = (
  compile: Compile,
  context: Context,
  args: ReadonlyArray<Expression>,
  reach: Environment,
): void => {
  for (const arg of args) checkArgument(compile, context, arg, reach)
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
export const compileArguments = (
  compile: Compile,
  context: Context,
  nameSpan: Span,
  name: string,
  parameters: ReadonlyArray<LibraryParameter>,
  args: ReadonlyArray<Expression>,
  receiver: Type,
  reach: Environment,
): CompiledArguments => {
  const [excess] = args.slice(parameters.length)
  for (const arg of args.slice(parameters.length)) checkSilently(compile, context, arg, reach)
  if (excess !== undefined)
    reportFailure(context, excess, `Too many arguments: ${name} takes ${arity(parameters)}.`, 'Remove the extra ones.')
  const types: Array<Type> = []
  const parts = args.slice(0, parameters.length).map((arg, index) => {
    const parameter = parameters[index] as LibraryParameter
    if (parameter.frame !== undefined) {
      if (arg._tag !== 'Lambda') {
        checkSilently(compile, context, arg, reach)
        reportFailure(context, arg, `${name} expects a function.`, 'Write (row) => ….')
        types.push(anyType)
        return () => null
      }
      const made = makeLambda(compile, context, arg, parameter.frame(receiver, types), reach)
      types.push(made.type)
      return made.run
    }
    const wanted = readType(parameter.type)
    if (arg._tag === 'Lambda') {
      checkSilently(compile, context, arg, reach)
      reportFailure(context, arg, `${name} expects ${showType(wanted)}, got a function.`)
      types.push(anyType)
      return () => null
    }
    const made = compile(context, arg, reach)
    if (!isAssignable(made.type, wanted))
      reportFailure(context, arg, `${name} expects ${showType(wanted)}, got ${showType(made.type)}.`)
    types.push(made.type)
    if (parameter.asCell === true) return made.run
    return (slots: Slots) => context.cells.plain(made.run(slots)) ?? null
  })
  const missing = parameters.slice(args.length).find(({ optional, type }) => optional !== true && type !== 'string')
  if (missing !== undefined)
    reportFailure(
      context,
      nameSpan,
      `${name} requires the argument ${missing.name}: ${missing.description}`,
      `Write ${name}(…).`,
    )
  // An omitted string is empty, as in saved expressions.
  const omitted = parameters
    .slice(args.length)
    .map(({ optional, type }) => (optional !== true && type === 'string' ? '' : undefined))
  const constants = args.map((arg) => (arg._tag === 'Literal' ? arg.value : undefined))
  if (parts.length === 0) return { types, constants, run: () => omitted, always: omitted }
  return { types, constants, run: (slots) => parts.map((part) => part(slots)).concat(omitted) }
}
