import type * as t from 'io-ts'
import { type AnyFields, AppUrl, fieldsOf, type NodeReader } from '../../types/wire/record.ts'

/** Field names and what is selected of each; nothing of a scalar. */
interface SelectionTree {
  [name: string]: SelectionTree
}

const addFields = (tree: SelectionTree, fields: AnyFields): SelectionTree => {
  for (const { path, codec } of Object.values(fields)) {
    // The server does not know it: the client adds it to nodes.
    if (codec === AppUrl) continue
    let branch = tree
    for (const name of path) {
      branch[name] ??= {}
      branch = branch[name]
    }
    addFields(branch, fieldsOf(codec))
  }
  return tree
}

const print = (tree: SelectionTree, options: Readonly<Record<string, string | false>>): string =>
  Object.entries(tree)
    .filter(([name]) => options[name] !== false)
    .map(([name, inner]) => {
      const selection = print(inner, {})
      return `${name}${options[name] ?? ''}${selection === '' ? '' : ` { ${selection} }`}`
    })
    .join(' ')

/**
 * Selects the fields of a node that a codec reads.
 *
 * @param codec - The codec of a record, or its fields.
 * @param options - For fields of the node by name: the arguments, as `(first: 1000)`, or `false` to leave it out.
 */
export const selectionOf = (
  codec: t.Mixed | NodeReader,
  options: Readonly<Record<string, string | false>> = {},
): string => print(addFields({}, fieldsOf(codec)), options)
