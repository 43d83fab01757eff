import { strToU8 } from 'fflate'

/**
 * What the JSON of a setup is likely to have in it, for deflate to point at (RFC 1950, "preset dictionary"). Codes that
 * people have kept are read with this very text: it never changes. What is likelier to be said stands nearer to the end.
 */
export const DICTIONARY = strToU8(
  [
    '"source":{"inputs":["sunspots"],"kind":"series","origin":{"kind":"table","name":".csv","sha256":""},"targets":["x"]}',
    '{"batch":1,"carryState":false,"cell":"rnn-relu","lstm","gru","clipNorm":1,"dataSeed":2,"endpoint":false,',
    '"family":"tensorflow","hiddenUnits":64,"horizon":0,"layers":2,"learningRate":0.01,"momentum":0.9,',
    '"optimizer":"adam-tensorflow","sgd","rmsprop","order":"random","patience":100,"points":20,"readout":"batched",',
    '"scaling":"min-max","none","seed":2,"shown":"after-update",',
    '"source":{"inputs":["x"],"kind":"series","origin":{"kind":"made","name":"mackey-glass"},"targets":["x"]},',
    '"span":"random","stride":1,"trainPercent":50,"updates":1000,"validationPercent":25,"window":40}',
  ].join(''),
)
