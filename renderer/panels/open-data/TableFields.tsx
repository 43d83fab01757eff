import type { TimeFormat } from '@contract/data/table/table-choices'
import { text } from '@contract/language/texts'
import { useState } from 'react'
import { useSay, useWorld } from '../../app-world'
import { type GuessName, openQuestions, type TableDraft } from '../../store/state/table-draft'
import { OptionSelect } from './OptionSelect'
import {
  BAD_ROWS_OPTIONS,
  DECIMAL_OPTIONS,
  DELIMITER_OPTIONS,
  ENCODING_OPTIONS,
  FORMAT_OPTIONS,
  HEADER_OPTIONS,
  marksBeyondUsual,
  missingFrom,
  type Option,
  thousandsOptions,
} from './table-words'

/** Columns that a select still lists at one glance; the time stands in the first of them. */
const COLUMNS_LISTED = 200

/** How the table is read, each choice with its present value. */
export function TableFields({ draft }: { readonly draft: TableDraft }) {
  const { commands } = useWorld()
  const say = useSay()
  const { choices, table } = draft
  const open = openQuestions(draft)
  const isOpen = (name: GuessName) => open.includes(name)
  const choose = (change: Parameters<typeof commands.chooseOfTable>[0]) => void commands.chooseOfTable(change)
  const columns = table.guess.preview.columns
    .slice(0, COLUMNS_LISTED)
    .map(({ name }, column): Option<number | null> => [column, text('openData.named', { name })])
  const format: TimeFormat = choices.time?.format ?? 'iso'
  return (
    <div className="data-fields">
      {table.name !== null && (
        <OptionSelect
          id="data-encoding"
          label={say('openData.encoding')}
          options={ENCODING_OPTIONS}
          value={choices.encoding}
          isOpen={isOpen('encoding')}
          onChoose={(encoding) => choose({ encoding })}
        />
      )}
      <OptionSelect
        id="data-delimiter"
        label={say('openData.delimiter')}
        options={DELIMITER_OPTIONS}
        value={choices.delimiter}
        isOpen={isOpen('delimiter')}
        onChoose={(delimiter) => choose({ delimiter })}
      />
      <OptionSelect
        id="data-decimal"
        label={say('openData.decimal')}
        options={DECIMAL_OPTIONS}
        value={choices.decimal}
        isOpen={isOpen('decimal')}
        onChoose={(decimal) => choose({ decimal })}
      />
      <OptionSelect
        id="data-thousands"
        label={say('openData.thousands')}
        options={thousandsOptions(choices.decimal)}
        value={choices.thousands}
        isOpen={isOpen('thousands') && !isOpen('decimal')}
        onChoose={(thousands) => choose({ thousands })}
      />
      <OptionSelect
        id="data-header"
        label={say('openData.header')}
        options={HEADER_OPTIONS}
        value={choices.header}
        isOpen={isOpen('header')}
        onChoose={(header) => choose({ header })}
      />
      <OptionSelect<number | null>
        id="data-time"
        label={say('openData.time')}
        options={[[null, text('openData.noTime')], ...columns]}
        value={choices.time?.column ?? null}
        isOpen={isOpen('time')}
        onChoose={(column) => choose({ time: column === null ? null : { column, format } })}
      />
      {choices.time && (
        <OptionSelect
          id="data-time-format"
          label={say('openData.timeFormat')}
          options={FORMAT_OPTIONS}
          value={format}
          isOpen={isOpen('time')}
          onChoose={(chosen) => choices.time && choose({ time: { ...choices.time, format: chosen } })}
        />
      )}
      <OptionSelect
        id="data-bad-rows"
        label={say('openData.badRows')}
        options={BAD_ROWS_OPTIONS}
        value={choices.badRows}
        onChoose={(badRows) => choose({ badRows })}
      />
      <MissingField key={marksBeyondUsual(choices.missing).join()} draft={draft} />
    </div>
  )
}

/** Marks of missing values beside the usual ones; taken when the field is left, as half a mark is another one. */
function MissingField({ draft }: { readonly draft: TableDraft }) {
  const { commands } = useWorld()
  const say = useSay()
  const present = marksBeyondUsual(draft.choices.missing).join(', ')
  const [typed, setTyped] = useState(present)
  const take = () => {
    if (typed !== present) void commands.chooseOfTable({ missing: missingFrom(typed) })
  }
  return (
    <div className="data-field">
      <label htmlFor="data-missing">{say('openData.missing')}</label>
      <input
        id="data-missing"
        data-testid="data-missing"
        className="number marks"
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={say('openData.missingExample')}
        title={say('openData.missingExplained')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          take()
        }}
      />
    </div>
  )
}
