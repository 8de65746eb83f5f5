// Made once: a formatter costs far more to make than to use, and tables format thousands of numbers.
const format = new Intl.NumberFormat('en')

/** A number as people read it, with groups of three digits: "12,345". At most three decimals. */
export const numberText = (value: number): string => format.format(value)
