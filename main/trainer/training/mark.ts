/** Where something stood, so that it can stand there again; one of both, once. */
export type Mark = { readonly goBack: () => void; readonly release: () => void }
