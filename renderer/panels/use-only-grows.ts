import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Keeps an element as high as it has become since its `subject`, or its width, became another one. For words that follow a training: with one line
 * more or less of them all charts around would jump, and be drawn anew.
 */
export function useOnlyGrows<E extends HTMLElement>(subject: string): RefObject<E | null> {
  const ref = useRef<E>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins again with another subject.
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    let width: number | null = null
    const hold = () => {
      element.style.minHeight = `${element.getBoundingClientRect().height}px`
    }
    const letGo = () => {
      element.style.minHeight = ''
    }
    const observer = new ResizeObserver(() => {
      const isAsWide = element.offsetWidth === width
      width = element.offsetWidth
      if (isAsWide) return hold()
      // What watches sizes must change none.
      requestAnimationFrame(() => {
        letGo()
        hold()
      })
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      letGo()
    }
  }, [subject])
  return ref
}
