import { charts } from './en/charts'
import { exchange } from './en/exchange'
import { menu } from './en/menu'
import { page } from './en/page'
import { runSpace } from './en/run-space'
import { safetensors } from './en/safetensors'
import { shortcuts } from './en/shortcuts'
import { stage } from './en/stage'
import { status } from './en/status'
import { tour } from './en/tour'
import { trainer } from './en/trainer'
import { transition } from './en/transition'
import { transport } from './en/transport'
import { weightFiles } from './en/weight-files'

/** Every English sentence of the app by its id, which begins with its area. */
export const en = {
  ...charts,
  ...exchange,
  ...menu,
  ...page,
  ...runSpace,
  ...safetensors,
  ...shortcuts,
  ...stage,
  ...status,
  ...tour,
  ...trainer,
  ...transition,
  ...transport,
  ...weightFiles,
}
