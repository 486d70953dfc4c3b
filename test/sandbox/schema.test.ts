import { buildSchema, isEnumType, isInterfaceType, isObjectType, isUnionType } from 'graphql'
import { expect, test } from 'vitest'
import { sdl } from '../../sandbox/graphql/schema.ts'
import { wandbSchema } from '../fixtures/wandbSchema.ts'

/** What servers of today have and the reference has not. */
const NEWER_TYPES = ['FeatureFlag', 'RampIDType']
const NEWER_FIELDS = ['FileConnection.totalCount', 'Organization.featureFlags']

test('every type, field and argument has the type and nullability that it has at W&B', () => {
  const ours = buildSchema(sdl())
  const theirs = wandbSchema
  const wrong: string[] = []
  const newer: string[] = []
  for (const type of Object.values(ours.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    const other = theirs.getType(type.name)
    if (other === undefined) {
      newer.push(type.name)
      continue
    }
    if (type.constructor !== other.constructor) wrong.push(type.name)
    if (isEnumType(type) && isEnumType(other))
      for (const value of type.getValues()) if (!other.getValue(value.name)) wrong.push(`${type.name}.${value.name}`)
    if (isUnionType(type)) expect(`${type.name}: ${type.getTypes().map(String)}`).toBe('Initiator: Run,User')
    if (!((isObjectType(type) && isObjectType(other)) || (isInterfaceType(type) && isInterfaceType(other)))) continue
    for (const field of Object.values(type.getFields())) {
      const match = other.getFields()[field.name]
      if (match === undefined) {
        newer.push(`${type.name}.${field.name}`)
        continue
      }
      if (String(field.type) !== String(match.type))
        wrong.push(`${type.name}.${field.name}: ${field.type} ≠ ${match.type}`)
      for (const argument of field.args) {
        const known = match.args.find((candidate) => candidate.name === argument.name)
        if (String(known?.type) !== String(argument.type)) wrong.push(`${type.name}.${field.name}(${argument.name})`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(newer.sort()).toEqual([...NEWER_TYPES, ...NEWER_FIELDS].sort())
})
