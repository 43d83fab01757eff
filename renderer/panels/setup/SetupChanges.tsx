import { useSay } from '../../app-world'
import type { SetupChange } from '../../store/words/setup-changes'

/** What a setup code would change, setting by setting. */
export function SetupChanges({ changes }: { readonly changes: readonly SetupChange[] }) {
  const say = useSay()
  if (changes.length === 0)
    return (
      <p className="setup-note" data-testid="setup-unchanged">
        {say('setup.unchanged')}
      </p>
    )
  return (
    <>
      <table className="setup-changes" data-testid="setup-changes">
        <caption>{say('setup.changes', { count: changes.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('setup.setting')}</th>
            <th scope="col">{say('setup.now')}</th>
            <th scope="col">{say('setup.then')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, label, from, to }) => (
            <tr key={id}>
              <th scope="row">{say(label)}</th>
              <td>{say(from)}</td>
              <td>{say(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="setup-note">{say('setup.newRun')}</p>
    </>
  )
}
