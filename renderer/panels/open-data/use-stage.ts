import { useAppState } from '../../app-world'
import type { DataStage } from '../../store/state/open-data'

/** The stage of the dialog that a panel is shown in; null in the moment in which the next one takes its place. */
export function useStage<Kind extends DataStage['kind']>(
  kind: Kind,
): Extract<DataStage, { readonly kind: Kind }> | null {
  return useAppState(({ dataStage }) =>
    dataStage.kind === kind ? (dataStage as Extract<DataStage, { readonly kind: Kind }>) : null,
  )
}
