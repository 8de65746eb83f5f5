import { IconFlask } from '@tabler/icons-react'
import classes from './simulated-banner.module.css'

/** Says for as long as it is true that nothing here is real. */
export const SimulatedBanner = () => (
  <aside aria-label="Simulated data" className={classes.banner}>
    <IconFlask size={16} aria-hidden />
    The data is simulated. Set BITBUCKET_URL to connect your own Bitbucket.
  </aside>
)
