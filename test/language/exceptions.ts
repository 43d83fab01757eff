/** Where a literal may look like a sentence and is none that a person reads in the window; each with its reason. */
export const EXCEPTIONS: readonly {
  readonly files: RegExp
  readonly texts: RegExp
  readonly because: string
}[] = [
  { files: /./, texts: /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/, because: 'ids of sentences' },
  {
    files: /\/language\/languages\.ts$/,
    texts: /^(?:English|简体中文)$/,
    because: 'every language has its own name for itself',
  },
  { files: /./, texts: /^Unroll$/, because: 'the name of the app' },
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
  {
    files: /\/shortcut(?:s|-groups)\.ts$/,
    texts: /^(?:Ctrl|Shift|Page Up, Page Down|Home, End)$/,
    because: 'keys are named as they stand on keyboards',
  },
  { files: /\/navigation\.ts$/, texts: /^Arrow$/, because: 'the DOM names the arrow keys so' },
  {
    files: /\/theme\.ts$/,
    texts: /^color: \{\}; forced-color-adjust: none$/,
    because: 'a declaration of a style',
  },
  {
    files: /\/(?:Tour|SettingsPlace)\.tsx$/,
    texts: /^(?:dialog, \.tour, )?input, select$/,
    because: 'selectors of elements',
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
