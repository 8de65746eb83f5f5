import { IconMenu2 } from '@tabler/icons-react'
import { type PageEntry, PageList } from '#app/shell/navigation/page-list.tsx'
import { SimulatedBanner } from '#app/shell/simulated-banner.tsx'
import frame from '#app/shell/frame.module.css'
import navigation from '#app/shell/navigation/navigation.module.css'
import { ProductMark } from '#app/ui/page/product-mark.tsx'

const Entry: PageEntry = ({ page: { name, Icon } }) => (
  <span className={navigation.link}>
    <Icon size={18} aria-hidden />
    {name}
  </span>
)

/**
 * The frame in the document before any script has arrived: the same boxes and words in the same places
 * as the real one, and nothing that would need a script. The build draws it once; the gateway sends it to people who
 * are signed in.
 *
 * @param isSimulated whether the banner is shown, which moves the content down.
 */
export const FirstFrame = ({ isSimulated }: { isSimulated: boolean }) => (
  <div className={frame.frame} aria-busy="true">
    <header className={frame.header}>
      <span className={frame.burger}>
        <IconMenu2 size={20} aria-hidden />
      </span>
      <span className={frame.product}>
        <ProductMark />
        <span className={frame.productName}>Mirror Console</span>
      </span>
    </header>
    {isSimulated ? <SimulatedBanner /> : null}
    <aside className={frame.side}>
      <nav aria-label="Main" className={navigation.nav}>
        <PageList Entry={Entry} />
      </nav>
    </aside>
    <main className={frame.main} />
  </div>
)
