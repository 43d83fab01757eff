import { LESSON, type NumericSetting } from '@contract/settings'
import type { StateCreator } from 'zustand/vanilla'
import type { AppState, SettingsSlice } from './app-state'
import { type Draft, draftOf, EMPTY_DRAFT, NETWORK_SETTINGS, settleDraft } from './settings-draft'

function without(draft: Draft, names: readonly NumericSetting[]): Draft {
  const texts = { ...draft.texts }
  for (const name of names) delete texts[name]
  return { ...draft, texts }
}

/** The settings' slice of the store. */
export const createSettingsSlice: StateCreator<AppState, [], [], SettingsSlice> = (set) => ({
  draft: EMPTY_DRAFT,
  editing: null,
  editSetting: (name, text) =>
    set(({ draft }) => ({ draft: { ...draft, texts: { ...draft.texts, [name]: text } } })),
  editCarryState: (carryState) => set(({ draft }) => ({ draft: { ...draft, carryState } })),
  focusSetting: (editing) =>
    set(({ draft, run }) => ({ editing, draft: settleDraft(draft, run?.config ?? LESSON, editing) })),
  revertSetting: (name) => set(({ draft }) => ({ draft: without(draft, [name]) })),
  revertCarryState: () => set(({ draft }) => ({ draft: { ...draft, carryState: null } })),
  forgetNetworkDraft: () => set(({ draft }) => ({ draft: without(draft, NETWORK_SETTINGS) })),
  draftLesson: () => set(({ run }) => ({ draft: draftOf(LESSON, run?.config ?? LESSON) })),
})
