import * as v from 'valibot'
import { instant } from './instant.ts'
import { optionalFlag, optionalText, text } from './scalar.ts'

/** The upstream's name and version; readable without signing in. Source: RestApplicationProperties. */
export const applicationProperties = v.object({
  version: text,
  displayName: optionalText,
  buildNumber: optionalText,
})

/** The upstream's clock and analytics settings. `serverTime` is epoch ms. Source: RestAnalyticsSettings. */
export const analyticsSettings = v.object({
  serverTime: instant,
  canCollectAnalytics: optionalFlag,
  supportEntitlementNumber: optionalText,
})
