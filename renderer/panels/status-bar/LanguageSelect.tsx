import { CHOOSABLE_LANGUAGES, LANGUAGES } from '@contract/language/languages'
import { useAppState, useSay, useWorld } from '../../app-world'

/** The language, each by its own name: whoever does not read the present one finds theirs. */
export function LanguageSelect() {
  const say = useSay()
  const { commands } = useWorld()
  const language = useAppState((state) => state.language)
  return (
    <select
      className="select small"
      data-testid="language"
      aria-label={say('status.language')}
      value={language}
      onChange={(event) => {
        const chosen = CHOOSABLE_LANGUAGES.find((name) => name === event.target.value)
        if (chosen) void commands.setLanguage(chosen)
      }}
    >
      {CHOOSABLE_LANGUAGES.map((name) => (
        <option key={name} value={name} lang={LANGUAGES[name].locale}>
          {LANGUAGES[name].name}
        </option>
      ))}
      {/* Nobody can choose it: it is there to be seen that it is on. */}
      {language === 'pseudo' && <option value={language}>{language}</option>}
    </select>
  )
}
