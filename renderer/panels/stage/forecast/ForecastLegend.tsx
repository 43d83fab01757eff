import { RIVAL_LABELS, type RivalName } from '@contract/data/scores'
import { useSay } from '../../../app-world'
import { RIVAL_DASHES, TEACHER_DASH } from '../../../charts/forecast-chart'
import { LegendKey } from '../chart/LegendKey'

/** A dashed line as it is drawn in the chart. */
function Dashes({ dash, className }: { readonly dash: readonly number[]; readonly className: string }) {
  return (
    <svg className={className} width={28} height={4} aria-hidden="true">
      <line x1={0} x2={28} y1={2} y2={2} strokeDasharray={dash.join(' ')} />
    </svg>
  )
}

/** The lines of the forecast's charts. */
export function ForecastLegend({ rivals }: { readonly rivals: readonly RivalName[] }) {
  const say = useSay()
  return (
    <div className="legend" data-testid="forecast-legend">
      <span data-only="forecast">
        <LegendKey line="target">{say('stage.target')}</LegendKey>
      </span>
      <LegendKey line="prediction">{say('forecast.closedLoop')}</LegendKey>
      <span className="legend-key" data-only="forecast">
        <Dashes dash={TEACHER_DASH} className="dashes teacher" />
        {say('forecast.teacherForced')}
      </span>
      {rivals.map((name) => (
        <span key={name} className="legend-key">
          <Dashes dash={RIVAL_DASHES[name]} className="dashes rival" />
          {say(RIVAL_LABELS[name])}
        </span>
      ))}
    </div>
  )
}
