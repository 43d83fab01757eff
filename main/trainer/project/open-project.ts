import { basename } from 'node:path'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { openFileCapped } from '../../disk/read-file'
import { explain, isSystemError } from '../../disk/system-error'
import { MOST_PROJECT_BYTES } from './members'
import { type ProjectFile, readProject } from './read-project'
import { ProjectFault } from './zip/project-fault'
import { bytesOf } from './zip/read-at'

/** A project file that is open, until it is closed. */
export type OpenProject = ProjectFile & { readonly close: () => Promise<void> }

/** Opens a project file: its directory, its manifest, and what it says of its run. Nothing else of it is read yet. */
export async function openProject(path: string): Promise<Result<OpenProject>> {
  const kind = { content: text('project.content'), choose: text('project.choose') }
  const opened = await openFileCapped(path, MOST_PROJECT_BYTES, kind)
  if (!opened.ok) return opened
  const { file, size } = opened.value
  const read = await asResult(basename(path), () => readProject(bytesOf(file, size), basename(path)))
  if (read.ok) return ok({ ...read.value, close: () => file.close() })
  await file.close()
  return read
}

/** Puts a fault into one sentence with the file's name. */
export async function asResult<T>(name: string, act: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await act())
  } catch (error) {
    if (error instanceof ProjectFault)
      return fail('file-unreadable', text('project.notOpened', { name, why: error.why }))
    if (!isSystemError(error)) throw error
    return fail('file-unreadable', text('disk.notRead', { name, why: explain(error.code) }))
  }
}

/** Reads all of a file that was just written. Throws `ProjectFault` where it is not a project. */
export async function checkProject(path: string): Promise<void> {
  const opened = await openFileCapped(path, MOST_PROJECT_BYTES, {
    content: text('project.content'),
    choose: text('project.choose'),
  })
  if (!opened.ok) throw new ProjectFault(opened.error.text)
  const { file, size } = opened.value
  try {
    const project = await readProject(bytesOf(file, size), basename(path))
    await checkAll(project)
    for (const index of project.manifest.branches.keys()) await checkAll(await project.branch(index))
  } finally {
    await file.close()
  }
}

async function checkAll(project: ProjectFile): Promise<void> {
  for (const member of project.manifest.members.keys()) await project.check(member)
  for (const index of project.manifest.keyframes.keys()) await project.keyframe(index)
}
