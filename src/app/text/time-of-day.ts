/** An instant (epoch ms) as local time to the second: "12:03:10". `toTimeString` would load the names of all time zones. */
export const timeOfDay = (instant: number): string => {
  const date = new Date(instant)
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((value) => String(value).padStart(2, '0'))
    .join(':')
}
