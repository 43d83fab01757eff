import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** Runs as project files, and what their proofs say. */
export const project = {
  'project.content': 'a project',
  'project.choose': 'a project file',

  'project.notOpened': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `${words.file(name)} cannot be opened as a project: ${words.say(why)}.`,
  'project.notSaved': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `${words.file(name)} was not saved: ${words.say(why)}.`,

  'project.noArchive':
    'it should be a zip archive of a project, but is none; choose a file that Unroll saved as a project',
  'project.archiveDamaged':
    'its list of members does not fit its bytes; it is damaged, or was not copied to its end: get it again',
  'project.packed': ({ member }: { member: string }, words: Words) =>
    `${words.quote(member)} in it should be stored as it is, but is compressed or encrypted; choose the file that Unroll saved`,
  'project.strangeMember': ({ member }: { member: string }, words: Words) =>
    `it holds ${words.quote(member)}, which no project has; choose the file that Unroll saved`,
  'project.memberTwice': ({ member }: { member: string }, words: Words) =>
    `${words.quote(member)} is in it twice; choose the file that Unroll saved`,
  'project.memberMissing': ({ member }: { member: string }, words: Words) =>
    `${words.quote(member)} should be in it, but is not; choose the file that Unroll saved`,
  'project.memberTooLarge': (
    { member, most, found }: { member: string; most: number; found: number },
    words: Words,
  ) =>
    `${words.quote(member)} in it should have at most ${counted(most, 'byte')}, but has ${words.number(found)}; choose the file that Unroll saved`,
  'project.otherHash': ({ member }: { member: string }, words: Words) =>
    `${words.quote(member)} in it is not what was saved, as its SHA-256 is another one; get the file again`,
  'project.newer': ({ found, known }: { found: number; known: number }, words: Words) =>
    `a newer version of Unroll saved it, in version ${words.number(found)} of the format, while this one reads up to ${words.number(known)}; open it with the newer one`,
  'project.unreadable': ({ member }: { member: string }, words: Words) =>
    `${words.quote(member)} in it does not say what it should; choose the file that Unroll saved`,
  'project.otherKeyframe': ({ member }: { member: string }, words: Words) =>
    `${words.quote(member)} in it does not hold the weights of its network at that update; choose the file that Unroll saved`,
  'project.notFinite': ({ member }: { member: string }, words: Words) =>
    `${words.quote(member)} in it has weights that are not finite numbers; choose another file`,
  'project.otherRecord': ({ member }: { member: string }, words: Words) =>
    `${words.quote(member)} in it is not the record of its updates; choose the file that Unroll saved`,
  'project.otherSeries':
    'the series in it is not the one that its settings name; choose the file that Unroll saved',
  'project.seriesElsewhere': ({ why }: { why: Text }, words: Words) =>
    `it holds the hash of its series and not the numbers. ${words.finding(why)}; open that table first`,
  'project.settingsUntrainable': ({ why }: { why: Text }, words: Words) => words.finding(why),

  'project.inBranch': ({ member, why }: { member: string; why: Text }, words: Words) =>
    `of ${words.quote(member)} in it, a related run: ${words.say(why)}`,
  'project.branchUnread': ({ branch }: { branch: string | null }, words: Words) =>
    `${branch === null ? 'a related run' : `the related run ${words.quote(branch)}`} is no longer what it was a moment ago; save it again`,
  'project.runUnwritten': ({ why }: { why: Text }, words: Words) =>
    `its weights cannot be kept: ${words.say(why)}`,

  'project.runGone': 'the run that is to be saved is not held any more; save it again',
  'project.recordUnread': ({ why }: { why: Text }, words: Words) =>
    `the record of its updates cannot be read: ${words.say(why)}`,
  'project.recordUnwritten': ({ why }: { why: Text }, words: Words) =>
    `its updates cannot be kept: ${words.say(why)}`,
  'project.tooLarge': ({ most, found }: { most: number; found: number }, words: Words) =>
    `a project has at most ${counted(most, 'byte')}, but this one would have ${words.number(found)}`,
  'project.notesTooLong': ({ most, found }: { most: number; found: number }, words: Words) =>
    `Notes have at most ${counted(most, 'character')}, but these have ${words.number(found)}; shorten them.`,

  'project.nothingToProve': 'No update was made, so that there is nothing to make again.',
  'project.identical': ({ updates, identical }: { updates: number; identical: number }, words: Words) =>
    `${words.number(identical)} of ${counted(updates, 'update')} identical.`,
  'project.lastIdentical': (
    { updates, identical, segmentsInAll }: { updates: number; identical: number; segmentsInAll: number },
    words: Words,
  ) =>
    `${words.number(identical)} of ${counted(updates, 'update')} identical: the last of ${counted(segmentsInAll, 'segment')}.`,
  'project.withFamily': (
    {
      sentence,
      count,
      updates,
      identical,
    }: { sentence: Text; count: number; updates: number; identical: number },
    words: Words,
  ) =>
    `${words.say(sentence)} In ${counted(count, 'related run')}: ${words.number(identical)} of ${counted(updates, 'update')} identical.`,
  'project.ofBranch': ({ branch, sentence }: { branch: string; sentence: Text }, words: Words) =>
    `In the related run ${words.quote(branch)}: ${words.say(sentence)}`,
  'project.close': (
    {
      difference,
      segments,
      segmentsInAll,
      because,
    }: { difference: number; segments: number; segmentsInAll: number; because: Text },
    words: Words,
  ) =>
    `Same within ${difference.toExponential(0)} in ${
      segments === segmentsInAll ? 'every segment' : `the last of ${counted(segmentsInAll, 'segment')}`
    }: ${words.say(because)}.`,
  'project.otherVersion': 'another version of Unroll, which computes this network in another order',
  'project.otherProcessor': 'another processor',
  'project.otherTensorflow': 'another version of TensorFlow',
  'project.otherRounding': 'it was rounded otherwise',
  'project.different': ({ update, difference }: { update: number; difference: number }, words: Words) =>
    `Update ${words.number(update)} is the first that differs, by ${
      Number.isFinite(difference) ? difference.toExponential(0) : 'more than can be said'
    }: the project is not what was computed.`,
  'project.computedOtherwise': (
    { update, difference }: { update: number; difference: number },
    words: Words,
  ) =>
    `Update ${words.number(update)} is the first that differs by more than rounding in one update, by ${
      Number.isFinite(difference) ? difference.toExponential(0) : 'more than can be said'
    }. The project was saved by a version of Unroll that computes this network in another order, and such differences grow from update to update: whether it is what was computed cannot be told by this version.`,
  'project.unrecorded': ({ update }: { update: number }, words: Words) =>
    `Update ${words.number(update)} is the first that is not in the project's record, so that there is nothing to compare it with: the project is not proven.`,
}
