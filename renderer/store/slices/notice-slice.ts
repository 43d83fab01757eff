import type { Text } from '@contract/language/text'
import type { StateCreator } from 'zustand/vanilla'
import type { AppState, Notice, NoticeSlice } from '../state/app-state'

/** The notice that takes the place of another. */
export function noticeAfter(last: Notice | null, kind: Notice['kind'], text: Text, about?: string): Notice {
  return { id: (last?.id ?? 0) + 1, kind, text, ...(about !== undefined && { about }) }
}

/** The notice's slice of the store. */
export const createNoticeSlice: StateCreator<AppState, [], [], NoticeSlice> = (set) => ({
  notice: null,
  notify: (kind, text, about) => set(({ notice }) => ({ notice: noticeAfter(notice, kind, text, about) })),
  dismissNotice: () => set({ notice: null }),
})
