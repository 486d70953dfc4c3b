import fc from 'fast-check'

/** A moment that W&B can have seen, often one of a few, so that some are equal. */
export const date: fc.Arbitrary<Date> = fc.oneof(
  fc.constantFrom(0, 1000, 2500, 1_700_000_000_000).map((time) => new Date(time)),
  fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }),
)
