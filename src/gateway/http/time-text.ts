let known = { at: 0, text: new Date(0).toISOString() }

/**
 * A time (epoch ms) as ISO text for the log. Under load many lines fall into one millisecond and share its text, which
 * costs as much as the remaining line.
 */
export const timeText = (at: number): string => {
  if (at !== known.at) known = { at, text: new Date(at).toISOString() }
  return known.text
}
