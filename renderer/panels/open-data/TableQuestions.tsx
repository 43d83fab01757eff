import { useSay, useWorld } from '../../app-world'
import { type GuessName, openQuestions, questionsOf, type TableDraft } from '../../store/state/table-draft'
import { answersTo, isChosen } from './table-words'

/** What a table leaves open, each as a question with its answers; nothing where all is sure. */
export function TableQuestions({ draft }: { readonly draft: TableDraft }) {
  const say = useSay()
  const questions = questionsOf(draft)
  const open = openQuestions(draft)
  if (questions.length === 0) return null
  return (
    <section
      className={open.length > 0 ? 'questions open' : 'questions'}
      aria-labelledby="data-questions"
      data-testid="data-questions"
    >
      <p id="data-questions" className="questions-title">
        {open.length > 0 ? say('openData.asks', { count: open.length }) : say('openData.asked')}
      </p>
      {questions.map((name) => (
        <Question key={name} draft={draft} name={name} isOpen={open.includes(name)} />
      ))}
    </section>
  )
}

type QuestionProps = {
  readonly draft: TableDraft
  readonly name: GuessName
  readonly isOpen: boolean
}

function Question({ draft, name, isOpen }: QuestionProps) {
  const { commands } = useWorld()
  const say = useSay()
  const guess = draft.table.guess.guesses[name]
  if (guess.sure) return null
  return (
    <fieldset className="question" data-testid={`question-${name}`}>
      <legend>{say(guess.question)}</legend>
      {answersTo(draft, name).map(([answer, words], index) => (
        <label key={say(words)} className="check">
          <input
            type="radio"
            name={`question-${name}`}
            data-testid={`answer-${name}-${index}`}
            checked={!isOpen && isChosen(draft.choices, answer)}
            onChange={() => void commands.chooseOfTable(answer)}
          />
          {say(words)}
        </label>
      ))}
    </fieldset>
  )
}
