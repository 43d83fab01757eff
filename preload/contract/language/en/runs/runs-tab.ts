/** The tab in which runs are compared: its views, and the table of the runs that are kept. */
export const runsTab = {
  'runsTab.tab': 'Runs',
  'runsTab.views': 'How runs are compared',
  'runsTab.viewTable': 'Table',
  'runsTab.viewExperiments': 'Experiments',
  'runsTab.tableTitle': 'Runs that are kept',
  'runsTab.noRuns': 'No run is kept yet: the present one is as soon as it rests after an update.',
  'runsTab.columnName': 'Name',
  'runsTab.columnNetwork': 'Network',
  'runsTab.columnUpdates': 'Updates',
  'runsTab.columnLoss': 'Last loss',
  'runsTab.columnKept': 'Kept',
}
