import { LESSON } from '@contract/settings/lesson'
import { NEW_RUN_SETTINGS } from '@contract/settings/settings'
import type { StateCreator } from 'zustand/vanilla'
import type { AppState, SettingsSlice } from '../state/app-state'
import { EMPTY_DRAFT, settleDraft, withoutSettings, withoutSource } from '../state/settings-draft'

/** The settings' slice of the store. */
export const createSettingsSlice: StateCreator<AppState, [], [], SettingsSlice> = (set) => ({
  draft: EMPTY_DRAFT,
  presetId: null,
  lookedAtEntry: null,
  editing: null,
  editSetting: (name, text) =>
    set(({ draft }) => ({ draft: { ...draft, texts: { ...draft.texts, [name]: text } } })),
  pickSetting: (name, value) =>
    set(({ draft }) => ({ draft: { ...draft, picks: { ...draft.picks, [name]: value } } })),
  focusSetting: (editing) =>
    set(({ draft, run }) => ({ editing, draft: settleDraft(draft, run?.config ?? LESSON, editing) })),
  revertSettings: (names) => set(({ draft }) => ({ draft: withoutSettings(draft, names) })),
  forgetNetworkDraft: () =>
    set(({ draft }) => ({ draft: withoutSource(withoutSettings(draft, NEW_RUN_SETTINGS)) })),
  putDraft: (draft) => set({ draft }),
  namePreset: (presetId) => set({ presetId }),
  lookAtEntry: (lookedAtEntry) => set({ lookedAtEntry }),
})
