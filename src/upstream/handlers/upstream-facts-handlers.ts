import { PRODUCT_VERSION } from '#upstream/profile.ts'
import { replyWithJson } from '#upstream/reply.ts'
import type { Handlers } from './handler.ts'

/** What the upstream says about itself. */
export const upstreamFactsHandlers = {
  getAnalyticsSettings: ({ now }) =>
    replyWithJson({
      supportEntitlementNumber: 'SEN-500',
      serverTime: now,
      canCollectAnalytics: true,
    }),
  getApplicationProperties: ({ world }) =>
    replyWithJson({
      version: PRODUCT_VERSION[world.settings.profile],
      buildNumber: world.settings.profile === '8.16' ? '8016002' : '9004001',
      buildDate: '1700000000000',
      displayName: 'Bitbucket',
    }),
} satisfies Partial<Handlers>
