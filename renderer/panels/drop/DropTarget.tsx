import { useEffect, useState } from 'react'
import { useSay, useWorld } from '../../app-world'

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Takes a file, of weights or a table, dropped anywhere on the window, and shows that it will. */
export function DropTarget() {
  const { commands } = useWorld()
  const say = useSay()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const ending = new AbortController()
    const { signal } = ending
    // Every element that the pointer passes sends an enter and a leave: the depth says when it left the window.
    let depth = 0
    const show = (change: number) => {
      depth = Math.max(0, depth + change)
      setOver(depth > 0 && commands.takesDrop())
    }
    window.addEventListener('dragenter', (event) => carriesFiles(event) && show(1), { signal })
    window.addEventListener('dragleave', (event) => carriesFiles(event) && show(-1), { signal })
    window.addEventListener(
      'dragover',
      (event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        if (event.dataTransfer) event.dataTransfer.dropEffect = commands.takesDrop() ? 'copy' : 'none'
      },
      { signal },
    )
    window.addEventListener(
      'drop',
      (event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        depth = 0
        setOver(false)
        if (commands.takesDrop()) void commands.loadDropped([...(event.dataTransfer?.files ?? [])])
        else commands.refuseDrop()
      },
      { signal },
    )
    return () => ending.abort()
  }, [commands])
  if (!over) return null
  return (
    <div className="drop-overlay" data-testid="drop-overlay">
      <p>{say('notices.dropToLoad')}</p>
    </div>
  )
}
