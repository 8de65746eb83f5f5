/** Width of one mirror's column and height of a row, in CSS px. */
export const CELL_PX = 24
