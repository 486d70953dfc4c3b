import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'

type Json = Record<string, unknown>
type Variables = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Walks a result along with its document, so that aliases resolve to fields. */
export function walk(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  data: unknown,
  visit: (field: FieldNode, value: Json) => void,
): void {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const seen = new Set<unknown>()

  function into(set: SelectionSetNode, value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) into(set, item)
      return
    }
    if (!isObject(value)) return
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const child = value[selection.alias?.value ?? selection.name.value]
        if (isObject(child) && !seen.has(child)) {
          seen.add(child)
          visit(selection, child)
        }
        if (selection.selectionSet !== undefined) into(selection.selectionSet, child)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) into(selection.selectionSet, value)
      else {
        const fragment = fragments.get(selection.name.value)
        if (fragment !== undefined) into(fragment.selectionSet, value)
      }
    }
  }
  into(operation.selectionSet, data)
}

/** Returns the keys of a field in the result, including those from fragments. */
export function responseKeys(document: DocumentNode, name: string): string[] {
  const keys = new Set<string>()
  const look = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD && selection.name.value === name) keys.add(selection.alias?.value ?? name)
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet !== undefined) look(selection.selectionSet)
    }
  }
  for (const definition of document.definitions) if ('selectionSet' in definition) look(definition.selectionSet)
  return [...keys]
}

export function argument(field: FieldNode, name: string, variables: Variables): unknown {
  const found = field.arguments?.find((candidate) => candidate.name.value === name)
  return found === undefined ? undefined : literal(found.value, variables)
}

function literal(value: ValueNode, variables: Variables): unknown {
  if (value.kind === Kind.VARIABLE) return variables[value.name.value]
  return 'value' in value ? value.value : undefined
}
