/** Eight colours from the style sheet, which defines them for light and dark. */
export const CATEGORIES: ReadonlyArray<string> = Array.from({ length: 8 }, (_, index) => `var(--category-${index + 1})`)

export const ACCENT = 'var(--accent)'

/** Returns a colour of the style sheet's ramp; 0 is the lower end. */
export const ramp = (share: number): string =>
  `color-mix(in oklab, var(--ramp-high) ${Math.round(share * 100)}%, var(--ramp-low))`
