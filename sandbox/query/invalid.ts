import { GraphQLError } from 'graphql'

/** A filter, an order or a cursor that the server cannot use. */
export class InvalidQuery extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: 'BAD_REQUEST' } })
  }
}
