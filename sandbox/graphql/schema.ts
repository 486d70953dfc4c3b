import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type GraphQLFieldResolver,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLSchema,
  GraphQLUnionType,
} from 'graphql'
import { aliasResolvers, artifactResolvers, manifestResolvers, membershipResolvers } from './artifact.ts'
import { collectionResolvers, portfolioResolvers, typeResolvers } from './collection.ts'
import type { Context, Resolvers } from './context.ts'
import { fileResolvers } from './file.ts'
import { entityResolvers, userResolvers } from './people.ts'
import { projectResolvers } from './project.ts'
import { queryResolvers } from './query.ts'
import { reportResolvers } from './report.ts'
import { runResolvers } from './run.ts'
import { agentResolvers, sweepResolvers } from './sweep.ts'

const resolvers: Readonly<Record<string, Resolvers<never>>> = {
  Agent: agentResolvers,
  Artifact: artifactResolvers,
  ArtifactAlias: aliasResolvers,
  ArtifactCollectionMembership: membershipResolvers,
  ArtifactManifest: manifestResolvers,
  ArtifactPortfolio: portfolioResolvers,
  ArtifactSequence: collectionResolvers,
  ArtifactType: typeResolvers,
  Entity: entityResolvers,
  File: fileResolvers,
  Project: projectResolvers,
  Query: queryResolvers,
  Run: runResolvers,
  Sweep: sweepResolvers,
  User: userResolvers,
  View: reportResolvers,
}

export const sdl = (): string => readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')

export function makeSchema(): GraphQLSchema {
  const schema = buildSchema(sdl())
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    if (!(type instanceof GraphQLObjectType)) throw new Error(`unknown object type ${typeName}`)
    const known = type.getFields()
    for (const [name, resolve] of Object.entries(fields)) {
      const field = known[name]
      if (field === undefined) throw new Error(`unknown field ${typeName}.${name}`)
      field.resolve = resolve as unknown as GraphQLFieldResolver<unknown, Context>
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLUnionType) type.resolveType = creatorType
    if (type instanceof GraphQLInterfaceType && type.name === 'ArtifactCollection')
      type.resolveType = (value: object) =>
        'portfolio' in value && value.portfolio !== undefined ? 'ArtifactPortfolio' : 'ArtifactSequence'
  }
  return schema
}

const creatorType = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'summaryMetrics' in value ? 'Run' : 'User'
