/** A file is not the whole reference run that it should be; the message is the part of a sentence that says why. */
export class DamagedReference extends Error {}
