export const transition = {
  plain: ({ sentence }: { sentence: string }) => sentence,
}
