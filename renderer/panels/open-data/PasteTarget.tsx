import { useEffect } from 'react'
import { useWorld } from '../../app-world'

/** Takes a table that is pasted anywhere but into a field, as if the dialog had been opened for it. */
export function PasteTarget() {
  const { commands } = useWorld()
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.getData('text/plain') ?? ''
      if (takesText(document.activeElement) || !isLikeTable(pasted)) return
      if (!commands.takesDrop()) return
      event.preventDefault()
      void commands.pasteTable(pasted)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [commands])
  return null
}

/** Whether an element takes what is pasted for itself. */
function takesText(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return element.type === 'text'
  return element instanceof HTMLTextAreaElement
}

/** Two lines with a digit: a word or a sentence that happens to be pasted opens no dialog. */
function isLikeTable(pasted: string): boolean {
  return /\d/.test(pasted) && /\S[\r\n]+\s*\S/.test(pasted)
}
