import type { ReactNode } from 'react'
import { useAppState, useSay } from '../../app-world'
import { currentEntry } from '../../store/selectors/preset-selectors'
import { configInForce } from '../../store/selectors/selectors'
import { seriesFacts } from '../../store/words/series-facts'
import { sourceSentence } from '../../store/words/source-sentence'
import type { Described } from './use-series-picture'

/**
 * A series in words: what it is, what is to be learned from it, how it is cut and scaled, and what to watch.
 *
 * @param described with the number of windows, which is told while it is of the settings that the sentence has
 * @param picture of the series, above the words
 * @param children beside the title
 */
export function SeriesCard({
  described = null,
  picture,
  children,
}: {
  readonly described?: Described | null
  readonly picture?: ReactNode
  readonly children?: ReactNode
}) {
  const say = useSay()
  const config = useAppState(configInForce)
  const { label, what, watch, group } = useAppState(currentEntry)
  const isOfThese = described !== null && JSON.stringify(described.data) === JSON.stringify(config.data)
  const sentence = sourceSentence(config, isOfThese ? described.picture.windows[config.data.order] : null)
  // The settings of a run come a moment after the run itself.
  if (!sentence) return null
  return (
    <section className="card series" aria-label={say(label)} data-testid="series-card">
      <div className="card-head">
        <h2 className="card-title">{say(label)}</h2>
        {children}
      </div>
      {picture}
      {/* Of a person's own data, the sentence below is all that we know. */}
      {group === 'series' && <p className="series-what">{say(what)}</p>}
      <p className="series-sentence">{say(sentence)}</p>
      <dl className="series-facts">
        {seriesFacts(config).map(({ label: name, value }) => (
          <div key={name.id}>
            <dt>{say(name)}</dt>
            <dd>{say(value)}</dd>
          </div>
        ))}
      </dl>
      {watch && (
        <div className="series-watch">
          <h3>{say('seriesPage.watch')}</h3>
          <p>{say(watch)}</p>
        </div>
      )}
    </section>
  )
}
