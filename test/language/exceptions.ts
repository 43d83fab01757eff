/** Where a literal looks like a sentence and is none that comes to a person's eyes as one; each with its reason. */
export const EXCEPTIONS: readonly {
  readonly files: RegExp
  readonly texts: RegExp
  readonly because: string
}[] = [
  {
    files: /^(?:renderer|preload\/contract\/wire)\//,
    texts:
      /^(?:(?:Enter|Esc(?:ape)?|Tab|Home|End|Delete|Backspace|Shift|Space|Arrow(?:Up|Down|Left|Right)|Page ?(?:Up|Down))(?:, )?)+$/,
    because: 'the DOM and keyboards name keys so',
  },
  {
    files: /^renderer\//,
    texts: /^(?:button|select|field|card|group|chart|dialog|legend|notice|stage|tour|figure)[^A-Z]*$/,
    because: 'class names and selectors of the style sheet',
  },
  {
    files: /^renderer\/(?:charts\/export|panels\/stage\/chart)\//,
    texts: /^(?:canvas, svg|script, foreignObject, animate, set|10px sans-serif)$/,
    because: 'selectors of elements, and a font',
  },
  {
    files: /^renderer\/charts\/tables\//,
    texts: /^time steps$/,
    because: 'a unit in a table, which is English in every language',
  },
  { files: /^renderer\/plots\//, texts: /^linear-gradient\(/, because: 'an image of the style sheet' },
  { files: /^renderer\//, texts: /^\((?:prefers|forced|max|min)-.*\)$/, because: 'media queries' },
  { files: /^(?:main|renderer)\//, texts: /^Unroll$/, because: 'the name of the app' },
  {
    files: /^main\/take-place\.ts$/,
    texts: /^(?:Roaming|Library|Application Support)$/,
    because: 'folders of Windows and macOS',
  },
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
  {
    files: /^main\/trainer\/weights\/foreign\//,
    texts: /^(?:SQLite format 3|version https:\/\/git-lfs)/,
    because: 'files of other programs begin so',
  },
  {
    files: /^main\/trainer\/weights\/python\//,
    texts:
      /^(?:import |from |with |def |PARTS|print|torch numpy|keras torch|if (?:not|steps) |zip\(|\{\}(?:script\.|Keras 3|PyTorch))/,
    because: 'Python, and names of packages; its comments and printed words come from the catalogues',
  },
  {
    files: /^main\/(?:host|experiments|run-command)/,
    texts: /^Unroll (?:trainer|worker|command line)$/,
    because: 'names of processes',
  },
  {
    files: /^main\/record\//,
    texts: /^time step$/,
    because: 'what a column of a record has a number for, in a file',
  },
  {
    files: /^main\/trainer\/(?:exchange\/export-table|training\/update\/loss)\.ts$/,
    texts: /^(?:what was written does not read back|Predictions and targets:)$/,
    because: 'the words of bugs, for developers',
  },
  {
    files: /^preload\/contract\/language\/languages\.ts$/,
    texts: /./,
    because: 'each language by its own name',
  },
  { files: /^preload\/contract\/wire\/shortcuts\.ts$/, texts: /^Ctrl$/, because: 'the name of a key' },
  {
    files: /^renderer\//,
    texts: /^(?:Arrow|Files|Keras|input, select|color: .*)$/,
    because: 'the DOM names keys and what is dragged so; a framework; a selector; a style',
  },
]
