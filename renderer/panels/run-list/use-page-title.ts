import { useLayoutEffect } from 'react'
import { useAppState } from '../../app-world'
import { presentName } from '../../store/selectors/run-selectors'

/** The window's title: the name of the present run, where a person has named it, before that of the app. */
export function usePageTitle() {
  const name = useAppState(presentName)
  useLayoutEffect(() => {
    document.title = name === null ? 'Unroll' : `${name} – Unroll`
  }, [name])
}
