/** Where a literal looks like a sentence and is none that comes to a person's eyes as one; each with its reason. */
export const EXCEPTIONS: readonly {
  readonly files: RegExp
  readonly texts: RegExp
  readonly because: string
}[] = [
  {
    files: /^(?:renderer|preload\/contract\/wire)\//,
    texts:
      /^(?:(?:Enter|Escape|Tab|Home|End|Delete|Backspace|Shift|Space|Arrow(?:Up|Down|Left|Right)|Page ?(?:Up|Down))(?:, )?)+$/,
    because: 'the DOM and keyboards name keys so',
  },
  {
    files: /^renderer\//,
    texts: /^(?:button|select|field|card|group|chart|dialog|legend|notice|stage|tour|figure)[^A-Z]*$/,
    because: 'class names and selectors of the style sheet',
  },
  { files: /^renderer\//, texts: /^\((?:prefers|forced|max|min)-.*\)$/, because: 'media queries' },
  { files: /^(?:main|renderer)\//, texts: /^Unroll$/, because: 'the name of the app' },
  { files: /^main\/page\//, texts: /^[a-z]+\/[a-z]+; charset=utf-8$/, because: 'headers of HTTP' },
  {
    files: /^main\/cli\//,
    texts: /^(?:npm run -s \{\} --|--[a-z-]+ [A-Z]+)$/,
    because: 'commands and options as they are typed',
  },
  {
    files: /^main\/trainer\/graph\//,
    texts: /./,
    because:
      'names of ops, schemas of protobuf, and what the recorder says of a function that is not pure: a bug, for the log',
  },
  {
    files: /^main\/trainer\/weights\/onnx\/schema\.ts$/,
    texts: /^syntax = "proto3"/,
    because: 'a schema of protobuf',
  },
]
