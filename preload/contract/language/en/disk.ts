import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

/** What the system refuses, and what is not as it should be on disk; most of these end the sentence of something else. */
export const disk = {
  'disk.fault': ({ fault, advice }: { fault: Text; advice: Text }, words: Words) =>
    `${words.say(fault)}; ${words.say(advice)}`,
  'disk.full': 'the disk is full',
  'disk.freeSpace': 'free some space or choose another disk',
  'disk.noPermission': 'Unroll has no permission there',
  'disk.changePermissions': 'choose another folder or change the permissions',
  'disk.readOnly': 'the disk is read-only',
  'disk.chooseDisk': 'choose another disk',
  'disk.noFile': 'there is no file of this name',
  'disk.chooseOne': 'choose another one',
  'disk.isNamedFolder': 'there is a folder of this name',
  'disk.chooseName': 'choose another name',
  'disk.nameTooLong': 'its name is too long',
  'disk.chooseShorter': 'choose a shorter one',
  'disk.circle': 'its links lead round in a circle',
  'disk.chooseFile': 'choose another file',
  'disk.tooManyOpen': 'too many files are open',
  'disk.closePrograms': 'close some programs and try again',
  'disk.inUse': 'another program is using it',
  'disk.closeProgram': 'close that and try again',
  'disk.broken': 'the disk reported a fault',
  'disk.tryAgain': 'try again or choose another disk',
  'disk.reported': ({ code }: { code: string }) => `the system reports ${code}`,

  'disk.notSaved': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `${words.file(name)} could not be saved: ${words.say(why)}.`,
  'disk.cannotBeSaved': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `${words.file(name)} cannot be saved: ${words.say(why)}.`,
  'disk.halfSaved': ({ name, other, why }: { name: string; other: string; why: Text }, words: Words) =>
    `${words.file(name)} could not be saved, while ${words.file(other)}, which belongs to it, is the new one and could not be put back: ${words.say(why)}.`,
  'disk.noFolder': 'its folder does not exist or takes no files',
  'disk.chooseFolder': 'choose another folder',
  'disk.nameTaken': 'a file of this name has appeared meanwhile',
  'disk.isNamedOther': 'there is something of this name that is not a file',
  'disk.forbiddenName': 'this system does not allow this name, or a character in it',
  'disk.tryElsewhere': 'try another folder or another name',

  'disk.notRead': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `${words.file(name)} could not be read: ${words.say(why)}.`,
  'disk.folderForFile': ({ choose }: { choose: Text }, words: Words) =>
    `it should be a file, but is a folder; choose ${words.say(choose)}`,
  'disk.deviceForFile': ({ choose }: { choose: Text }, words: Words) =>
    `it should be a file, but is a device or a pipe; choose ${words.say(choose)}`,
  'disk.empty': ({ content }: { content: Text }, words: Words) =>
    `it should hold ${words.say(content)}, but is empty; choose another file`,
  'disk.tooLarge': ({ most, found }: { most: number; found: number }, words: Words) =>
    `it should have at most ${counted(most, 'byte')}, but has ${words.number(found)}; choose a smaller file`,
  'disk.changed': 'another program changed it meanwhile; try again',
  'disk.weights': 'weights',
  'disk.chooseWeights': 'a file of weights: .safetensors, .npz, .weights.h5, .keras or .json',

  'disk.isFolder': 'it is a folder',
  'disk.isDevice': 'it is a device or a pipe',
  'disk.hasBytes': ({ bytes }: { bytes: number }) => `it has ${counted(bytes, 'byte')}`,
}
