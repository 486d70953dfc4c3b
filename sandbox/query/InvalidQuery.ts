import { GraphQLError } from 'graphql'

/** An invalid filter, order or cursor. */
export class InvalidQuery extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: 'BAD_REQUEST' } })
  }
}
