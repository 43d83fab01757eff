import { ok } from '@contract/result'
import type { ShellRequests } from '@contract/wire/channels'
import type { ProjectRequests } from '@contract/wire/project-requests'
import type { FileDialogs } from '../files/dialogs'
import type { RecentFiles } from '../files/recent-files'
import type { TrainerHost } from '../host/trainer-host'
import type { Projects } from '../projects/projects'
import type { Routes } from '../wire/ipc'

type ProjectRequest = Extract<keyof ShellRequests, keyof ProjectRequests | 'openDroppedProject'>

/** What the requests about projects go through. */
export type ProjectRouteEnds = {
  readonly host: Pick<TrainerHost, 'ask' | 'refusal'>
  readonly dialogs: Pick<FileDialogs, 'askOpenPath'>
  readonly recent: Pick<RecentFiles, 'choose'>
  readonly projects: Pick<Projects, 'open' | 'save' | 'keepNotes' | 'proveAll' | 'cancelProof'>
}

/** The requests about project files. Paths stay here: the page is told names. */
export function createProjectRoutes({
  host,
  dialogs,
  recent,
  projects,
}: ProjectRouteEnds): Pick<Routes, ProjectRequest> {
  return {
    openProject: async () => {
      const refused = host.refusal()
      if (refused) return refused
      const path = await dialogs.askOpenPath('project')
      return path === undefined ? ok(null) : projects.open(path, host.ask)
    },
    openRecentProject: async (file) => {
      const chosen = recent.choose(file, 'project')
      return chosen.ok ? (host.refusal() ?? projects.open(chosen.value, host.ask)) : chosen
    },
    openDroppedProject: async (path) => host.refusal() ?? projects.open(path, host.ask),
    saveProject: async (run) => host.refusal() ?? projects.save(run, 'its-file'),
    saveProjectAs: async (run) => host.refusal() ?? projects.save(run, 'elsewhere'),
    keepNotes: projects.keepNotes,
    proveAll: (run) => host.refusal() ?? projects.proveAll(run),
    cancelProof: projects.cancelProof,
  }
}
