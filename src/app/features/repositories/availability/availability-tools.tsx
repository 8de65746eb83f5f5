import { useChangeParam } from '#app/browser/use-change-param.ts'
import { Choice } from '#app/ui/form/choice.tsx'
import { SearchBox } from '#app/ui/form/search-box.tsx'
import classes from './availability.module.css'
import { ORDERS } from './availability-order.ts'
import { useAvailabilityParams } from './use-availability-params.ts'

/** Search by name and order of the mirrors. */
export const AvailabilityTools = () => {
  const change = useChangeParam()
  const { search, order } = useAvailabilityParams()
  return (
    <div className={classes.tools}>
      <SearchBox
        value={search}
        onChange={(text) => change('search', text)}
        placeholder="Search mirrors by name"
      />
      <Choice
        label="Order of mirrors"
        value={order}
        options={ORDERS.map(({ id, label }) => ({ value: id, label }))}
        onChange={(id) => change('order', id === 'name' ? '' : id)}
      />
    </div>
  )
}
