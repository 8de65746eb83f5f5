import { PartLink } from '#app/ui/page/part-link.tsx'
import classes from './overview.module.css'

/** The ways past the incidents, which may be many: on a phone a dozen are two screens. */
export const OnThisPage = () => (
  <nav aria-label="On this page" className={classes.onThisPage}>
    <PartLink to="in-short">In short</PartLink>
    <PartLink to="fleet-health">Fleet health</PartLink>
    <PartLink to="changes">Changes</PartLink>
  </nav>
)
