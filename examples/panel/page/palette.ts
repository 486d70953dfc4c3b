/** Eight colours that the style sheet gives for light and dark. */
export const CATEGORIES: ReadonlyArray<string> = Array.from({ length: 8 }, (_, index) => `var(--category-${index + 1})`)

export const ACCENT = 'var(--accent)'

/** A colour between the two ends of the style sheet's ramp; 0 is the lower end. */
export const ramp = (share: number): string =>
  `color-mix(in oklab, var(--ramp-high) ${Math.round(share * 100)}%, var(--ramp-low))`
