import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql'
import type { Context } from './context.ts'
import { makeSchema } from './schema.ts'

export interface Request {
  readonly query: string
  readonly operationName: string
  readonly variables: Readonly<Record<string, unknown>>
}

interface Prepared {
  readonly document: DocumentNode | undefined
  readonly errors: readonly GraphQLError[]
}

const MAX_CACHED = 500

/** Executes requests; each document is parsed and validated once. */
export class Executor {
  readonly schema: GraphQLSchema = makeSchema()
  readonly #prepared = new Map<string, Prepared>()

  prepare(query: string): Prepared {
    const cached = this.#prepared.get(query)
    if (cached !== undefined) return cached
    const prepared = this.#read(query)
    const oldest = this.#prepared.keys().next().value
    if (this.#prepared.size >= MAX_CACHED && oldest !== undefined) this.#prepared.delete(oldest)
    this.#prepared.set(query, prepared)
    return prepared
  }

  async execute(request: Request, context: Context): Promise<ExecutionResult> {
    const { document, errors } = this.prepare(request.query)
    if (document === undefined || errors.length > 0) return { errors }
    return execute({
      schema: this.schema,
      document,
      contextValue: context,
      variableValues: request.variables,
      operationName: request.operationName === '' ? null : request.operationName,
    })
  }

  #read(query: string): Prepared {
    try {
      const document = parse(query)
      return { document, errors: validate(this.schema, document) }
    } catch (error) {
      return { document: undefined, errors: [error instanceof GraphQLError ? error : new GraphQLError(String(error))] }
    }
  }
}

export const operationOf = (
  document: DocumentNode | undefined,
  operationName: string,
): OperationDefinitionNode | undefined => {
  const operations = document?.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION) ?? []
  return operations.find((operation) => operation.name?.value === operationName) ?? operations[0]
}
