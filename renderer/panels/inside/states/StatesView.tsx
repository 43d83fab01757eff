import { ArithmeticCard } from './arithmetic/ArithmeticCard'
import { HeatCard } from './HeatCard'
import { SaturationCard } from './saturation/SaturationCard'
import { UnitCard } from './unit/UnitCard'

/** What the units of a layer hold, how far they are saturated, what one of them is made of, and how its numbers come about. */
export function StatesView() {
  return (
    <>
      <HeatCard />
      <UnitCard />
      <ArithmeticCard />
      <SaturationCard />
    </>
  )
}
