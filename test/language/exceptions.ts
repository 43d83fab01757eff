/** Where a literal may look like a sentence and is none that a person reads in the window; each with its reason. */
export const EXCEPTIONS: readonly {
  readonly files: RegExp
  readonly texts: RegExp
  readonly because: string
}[] = [
  {
    files: /./,
    texts:
      /^(?:Enter|Escape|Tab|Home|End|Delete|Backspace|Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Space)$/,
    because: 'the DOM names keys so',
  },
  {
    files: /^renderer\//,
    texts: /^(?:button|select|field|card|group|chart|dialog|legend|notice|stage|tour)(?: [a-z-]*)*$/,
    because: 'class names of the style sheet',
  },
  {
    files: /^main\/cli\//,
    texts: /^(?:--[a-z]+ [A-Z]+|npm run -s \{\} --)$/,
    because: 'options and commands are typed the same in every language',
  },
  { files: /^renderer\//, texts: /^\((?:prefers|forced|max|min)-.*\)$/, because: 'media queries' },
  {
    files: /^main\/trainer\/weights\/foreign\//,
    texts: /^(?:SQLite format 3|version https:\/\/git-lfs\.github\.com\/spec\/)/,
    because: 'files of other programs begin so',
  },
  {
    files: /^main\/trainer\/.*\/schema\.ts$/,
    texts: /^syntax = "proto3";/,
    because: 'messages of Protocol Buffers are described so',
  },
]
