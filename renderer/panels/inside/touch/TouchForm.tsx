import { MOST_TOUCHES, type TouchKind, type UnitHeld } from '@contract/inside/touched'
import { text } from '@contract/language/texts'
import type { RunConfig } from '@contract/settings/run-config'
import { type ReactNode, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { shownLayer } from '../../../store/selectors/inside/inside'
import { placeOfTouch } from '../../../store/state/touch-state'
import { ChoiceField, NumberField } from './TouchFields'
import { GATE_NAMES, TOUCH_KINDS, type Touchable } from './touch-words'
import { heldGates, type TypedTouch, touchTyped } from './typed-touch'

const TYPED: TypedTouch = {
  ...{ kind: 'input', timeStep: '1', column: 0, value: '0', unit: '', held: 'zero', gate: 'forget' },
  ...{ gateHeld: 0, deviation: '0.1', seed: '1', by: '0.1', parameter: 'out.bias', row: '1', place: '1' },
}

const UNIT_HELD = { zero: text('touch.zero'), mean: text('touch.mean') }
const GATE_HELD = { 0: text('touch.zero'), 1: text('touch.one') }

/** Chooses what is touched and how. Time step and unit are those that are pointed at, until others are typed. */
export function TouchForm({
  config,
  touchable,
  timeSteps,
}: {
  readonly config: RunConfig
  readonly touchable: Touchable
  readonly timeSteps: number
}) {
  const say = useSay()
  const { store } = useWorld()
  const [given, give] = useState<Partial<TypedTouch>>({})
  const layer = useAppState(shownLayer)
  const step = useAppState((state) => state.insideStep)
  const picked = useAppState((state) => state.insideUnit)
  const touches = useAppState((state) => state.touches)
  const gates = heldGates(config)
  const kinds = (Object.keys(TOUCH_KINDS) as TouchKind[]).filter(
    (kind) => kind !== 'gate' || gates.length > 0,
  )
  const pointed = {
    ...(step !== null && { timeStep: String(step + 1) }),
    ...(picked !== null && { unit: String(picked + 1) }),
  }
  const all = { ...TYPED, ...pointed, ...given }
  const [firstGate] = gates
  const typed: TypedTouch = {
    ...all,
    kind: kinds.includes(all.kind) ? all.kind : 'input',
    gate: gates.includes(all.gate) || !firstGate ? all.gate : firstGate,
  }
  const set = (some: Partial<TypedTouch>) => give({ ...given, ...some })
  const touch = touchTyped(typed, { layer, timeSteps, units: config.network.hiddenUnits }, touchable)
  const isFull =
    touches.length >= MOST_TOUCHES &&
    !(touch && touches.some((other) => placeOfTouch(other) === placeOfTouch(touch)))
  return (
    <form
      className="touch-form"
      data-testid="touch-form"
      onSubmit={(submitted) => {
        submitted.preventDefault()
        if (!touch || isFull) return
        store.getState().touch(touch)
        // What was typed is what is pointed at now, and what is pointed at next counts again.
        if (touch.kind === 'input') store.getState().pointAtStep(touch.timeStep)
        if ('unit' in touch) store.getState().pickUnit(touch.unit)
        const { timeStep: _, unit: __, ...kept } = given
        give(kept)
      }}
    >
      <ChoiceField
        name="what"
        choices={Object.fromEntries(kinds.map((kind) => [kind, TOUCH_KINDS[kind]]))}
        value={typed.kind}
        onChoose={(kind) => set({ kind: kind as TouchKind })}
      />
      {fields()}
      <button type="submit" className="button small" data-testid="touch-make" disabled={!touch || isFull}>
        {say('touch.make')}
      </button>
      {!touch && <p role="status">{say('touch.notThere')}</p>}
      {isFull && <p role="status">{say('touch.most', { most: MOST_TOUCHES })}</p>}
    </form>
  )

  function number(name: 'timeStep' | 'value' | 'unit' | 'deviation' | 'seed' | 'by' | 'row' | 'place') {
    const placeholder = name === 'unit' && typed.kind !== 'unit' ? say('touch.everyUnit') : undefined
    return (
      <NumberField {...{ name, placeholder }} text={typed[name]} onType={(text) => set({ [name]: text })} />
    )
  }

  function fields(): ReactNode {
    switch (typed.kind) {
      case 'input':
        return (
          <>
            {number('timeStep')}
            {touchable.columns.length > 1 && (
              <ChoiceField
                name="column"
                choices={touchable.columns}
                value={String(typed.column)}
                onChoose={(column) => set({ column: Number(column) })}
              />
            )}
            {number('value')}
          </>
        )
      case 'unit':
        return (
          <>
            {number('unit')}
            <ChoiceField
              name="held"
              choices={UNIT_HELD}
              value={typed.held}
              onChoose={(held) => set({ held: held as UnitHeld })}
            />
          </>
        )
      case 'gate':
        return (
          <>
            <ChoiceField
              name="gate"
              choices={Object.fromEntries(gates.map((gate) => [gate, GATE_NAMES[gate]]))}
              value={typed.gate}
              onChoose={(gate) => set({ gate: gate as TypedTouch['gate'] })}
            />
            {number('unit')}
            <ChoiceField
              name="held"
              choices={GATE_HELD}
              value={String(typed.gateHeld)}
              onChoose={(held) => set({ gateHeld: held === '1' ? 1 : 0 })}
            />
          </>
        )
      case 'noise':
        return (
          <>
            {number('deviation')}
            {number('seed')}
          </>
        )
      case 'shifted':
        return (
          <>
            {number('unit')}
            {number('by')}
          </>
        )
      case 'wiped':
        return null
      case 'weight': {
        const { parameters } = touchable
        const isMatrix = (parameters.find(({ name }) => name === typed.parameter)?.shape.length ?? 0) > 1
        return (
          <>
            <ChoiceField
              name="parameter"
              choices={Object.fromEntries(parameters.map(({ name }) => [name, name]))}
              value={typed.parameter}
              onChoose={(parameter) => set({ parameter })}
            />
            {number('row')}
            {isMatrix && number('place')}
            {number('value')}
          </>
        )
      }
    }
  }
}
