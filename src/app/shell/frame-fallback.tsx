import { ProductMark } from '#app/ui/product-mark.tsx'
import classes from './frame.module.css'

/** The frame before the session is known: the same boxes, so that nothing shifts when it is. */
export const FrameFallback = () => (
  <div className={classes.frame} aria-busy="true">
    <header className={classes.header}>
      <span className={classes.product}>
        <ProductMark />
        Mirror Console
      </span>
    </header>
    <aside className={classes.side} />
    <main className={classes.main} />
  </div>
)
