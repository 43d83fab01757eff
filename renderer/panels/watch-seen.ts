/**
 * Tells whether an element is seen, whenever that changes: the window is in sight, and so is some of the element in it. It is
 * taken for seen until there is something else to tell. Returns a function that ends it.
 */
export function watchSeen(element: Element | null, tell: (seen: boolean) => void): () => void {
  const ending = new AbortController()
  let inSight = true
  const tellNow = () => tell(inSight && document.visibilityState !== 'hidden')
  document.addEventListener('visibilitychange', tellNow, { signal: ending.signal })
  const observer = new IntersectionObserver((entries) => {
    inSight = entries.at(-1)?.isIntersecting ?? inSight
    tellNow()
  })
  if (element) observer.observe(element)
  return () => {
    ending.abort()
    observer.disconnect()
  }
}
