import type { Text } from '@contract/language/text'
import { useSay } from '../../../../app-world'
import { laneMark } from './lane-marks'

/** A lane's name, and its line as it is drawn. */
export function LaneKey({ index, name }: { readonly index: number; readonly name: Text }) {
  const say = useSay()
  const { colour, dashes } = laneMark(index)
  return (
    <span className="lane-key">
      <svg width={26} height={8} aria-hidden="true">
        <line x1={1} x2={25} y1={4} y2={4} stroke={colour} strokeWidth={2.5} strokeDasharray={dashes} />
      </svg>
      {say(name)}
    </span>
  )
}
