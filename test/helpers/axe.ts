import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe-core finds wrong with the page for people who use it by keys, by ear or with little sight. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Electron opens no page of axe's own, in which it would gather what it found.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
  )
}
