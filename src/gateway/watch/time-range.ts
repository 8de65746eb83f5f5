/** Times in epoch ms, both included. */
export type TimeRange = { readonly from: number; readonly to: number }
