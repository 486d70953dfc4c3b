import type { Expression, Lambda, Span } from '../Expression.ts'
import type { LibraryParameter } from '../library/LibraryOperation.ts'
import { readType } from '../readType.ts'
import { showType } from '../showType.ts'
import { anyType, functionType, type Type } from '../Type.ts'
import { isAssignable } from './assignable.ts'
import { type Compile, type Context, fail, type Reach, type Slots } from './Compiled.ts'

/** A function that is called with cells, each in a slot of its own. */
const makeLambda = (
  compile: Compile,
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

/** Makes the types of a part known, whatever it is called with. */
const look = (compile: Compile, context: Context, node: Expression, reach: Reach): void => {
  if (node._tag !== 'Lambda') compile(context, node, reach)
  else {
    const unknown = node.parameters.map(() => anyType)
    makeLambda(compile, context, node, unknown, reach)
  }
}

/** Makes the types of a part known that stands where it cannot be used; the one failure is that it stands there. */
const glance = (compile: Compile, context: Context, node: Expression, reach: Reach): void => {
  const { length } = context.failures
  look(compile, context, node, reach)
  context.failures.length = length
}

/** What is wrong within the arguments of an operation that there is not. */
export const lookInto = (compile: Compile, context: Context, args: ReadonlyArray<Expression>, reach: Reach): void => {
  for (const arg of args) look(compile, context, arg, reach)
}

/** The arguments of an operation. */
export interface Arguments {
  readonly types: ReadonlyArray<Type>
  readonly constants: ReadonlyArray<unknown>
  readonly run: (slots: Slots) => ReadonlyArray<unknown>
  /** What `run` gives, where that is always the same. */
  readonly always?: ReadonlyArray<unknown>
}

const arity = (parameters: ReadonlyArray<LibraryParameter>): string =>
  parameters.length === 0 ? 'no arguments' : parameters.map(({ name }) => name).join(', ')

/** The arguments of an operation, each as its parameter wants it; what is wrong with them is told to the context. */
export const makeArguments = (
  compile: Compile,
  context: Context,
  place: Span,
  name: string,
  parameters: ReadonlyArray<LibraryParameter>,
  args: ReadonlyArray<Expression>,
  receiver: Type,
  reach: Reach,
): Arguments => {
  const [excess] = args.slice(parameters.length)
  for (const arg of args.slice(parameters.length)) glance(compile, context, arg, reach)
  if (excess !== undefined)
    fail(context, excess, `${name} takes ${arity(parameters)}, and this is one more.`, 'Leave it out.')
  const types: Array<Type> = []
  const parts = args.slice(0, parameters.length).map((arg, index) => {
    const parameter = parameters[index] as LibraryParameter
    if (parameter.frame !== undefined) {
      if (arg._tag !== 'Lambda') {
        glance(compile, context, arg, reach)
        fail(context, arg, `${name} needs a function here.`, 'Write (row) => …')
        types.push(anyType)
        return () => null
      }
      const made = makeLambda(compile, context, arg, parameter.frame(receiver, types), reach)
      types.push(made.type)
      return made.run
    }
    const wanted = readType(parameter.type)
    if (arg._tag === 'Lambda') {
      glance(compile, context, arg, reach)
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
  if (parts.length === 0) return { types, constants, run: () => left, always: left }
  return { types, constants, run: (slots) => parts.map((part) => part(slots)).concat(left) }
}
