/** What stands in the window when the page cannot. */
export const page = {
  'page.cannotBeShown': 'The window cannot be shown',
  'page.failed': ({ reason }: { reason: string }) =>
    `Something failed in it that should not (${reason}). The run is not affected: load the window again to go on with it. Help > Open logs folder has the reason.`,
  'page.reload': 'Reload',
}
