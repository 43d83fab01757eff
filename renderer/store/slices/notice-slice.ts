import type { Text } from '@contract/language/text'
import type { RunId } from '@contract/run-id'
import type { StateCreator } from 'zustand/vanilla'
import type { AppState, Notice, NoticeSlice } from '../state/app-state'

/** The notice that takes the place of another. */
export function noticeAfter(
  last: Notice | null,
  kind: Notice['kind'],
  text: Text,
  about?: Notice['about'],
): Notice {
  return { id: (last?.id ?? 0) + 1, kind, text, ...(about !== undefined && { about }) }
}

/**
 * What is left of a notice when another run takes the place of the one before: what was said of that one is over, and so is what
 * could not be opened, as something was opened since.
 */
export function noticeInRun(notice: Notice | null, run: RunId, before: RunId | undefined): Notice | null {
  if (notice === null || notice.kind === 'success') return notice
  if (notice.about === run || notice.about === 'app') return notice
  // The first run of a page takes no other one's place, and what was said until then may well be about it.
  return before === undefined && notice.kind === 'error' ? notice : null
}

/** The notice's slice of the store. */
export const createNoticeSlice: StateCreator<AppState, [], [], NoticeSlice> = (set) => ({
  notice: null,
  notify: (kind, text, about) => set(({ notice }) => ({ notice: noticeAfter(notice, kind, text, about) })),
  dismissNotice: () => set({ notice: null }),
})
