import type { Operation } from '../../ops/Operation.ts'
import { EvaluationError } from '../values/budget.ts'
import { chainName, fieldsRead } from './lookup.ts'

/** The failure of reading fields that were not loaded. */
const notLoaded = (operation: Operation, missing: ReadonlyArray<string>): EvaluationError => {
  const { receiver } = operation
  const [fields, these] = missing.length === 1 ? ['a field', 'this field'] : ['fields', 'these fields']
  const problem = `${chainName(operation)} reads ${fields} that the ${receiver} does not have: ${missing.join(', ')}.`
  return new EvaluationError(problem, `Load the ${receiver} with ${these}.`)
}

/** Returns a check that a record has the fields that an operation reads, which throws if it lacks one. */
export const loadedCheck = (operation: Operation): ((record: unknown) => void) => {
  const needs = fieldsRead(operation)
  const [first, ...others] = needs
  if (first === undefined) return () => {}
  return (record) => {
    const isLoaded =
      Object.hasOwn(record as object, first) && others.every((name) => Object.hasOwn(record as object, name))
    if (isLoaded) return
    throw notLoaded(
      operation,
      needs.filter((name) => !Object.hasOwn(record as object, name)),
    )
  }
}
