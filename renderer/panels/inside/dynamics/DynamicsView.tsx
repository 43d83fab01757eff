import { EigenvaluesCard } from './EigenvaluesCard'
import { PathCard } from './PathCard'
import { PhaseCard } from './PhaseCard'

/** The network as a system that moves by itself. */
export function DynamicsView() {
  return (
    <div className="inside-cards">
      <EigenvaluesCard />
      <div className="inside-pair">
        <PathCard />
        <PhaseCard />
      </div>
    </div>
  )
}
