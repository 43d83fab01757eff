/** Whatever stands over the page and keeps all else from being used. */
const MODAL = 'dialog[open], [aria-modal="true"]'

/** Whether a dialog is open in the page, whoever opened it. */
export function isModalOpen(): boolean {
  return typeof document !== 'undefined' && document.querySelector(MODAL) !== null
}

/** Tells when the first dialog is opened and when the last one is closed. Returns a function that ends it. */
export function watchModals(onChange: (open: boolean) => void): () => void {
  let told = isModalOpen()
  const look = () => {
    const open = isModalOpen()
    if (open === told) return
    told = open
    onChange(open)
  }
  const observer = new MutationObserver(look)
  const attributeFilter = ['open', 'aria-modal']
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter })
  return () => observer.disconnect()
}
