/** How a person starts a command: what goes before its arguments. */
export type Usage = (command: string) => string

/** In a clone, by npm. */
export const NPM_USAGE: Usage = (command) => `npm run -s ${command} --`
