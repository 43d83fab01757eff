import { charts } from './en/charts'
import { exchange } from './en/exchange'
import { menu } from './en/menu'
import { names } from './en/names'
import { page } from './en/page'
import { runSpace } from './en/run-space'
import { shortcuts } from './en/shortcuts'
import { stage } from './en/stage'
import { status } from './en/status'
import { tour } from './en/tour'
import { trainer } from './en/trainer'
import { transition } from './en/transition'
import { transport } from './en/transport'
import { archive } from './en/weights/archive'
import { checkpoint } from './en/weights/checkpoint'
import { layouts } from './en/weights/layouts'
import { npz } from './en/weights/npz'
import { safetensors } from './en/weights/safetensors'
import { weightFiles } from './en/weights/weight-files'
import { weightMetadata } from './en/weights/weight-metadata'

/** Every English sentence of the app by its id, which begins with its area. */
export const en = {
  ...archive,
  ...charts,
  ...checkpoint,
  ...exchange,
  ...layouts,
  ...menu,
  ...names,
  ...npz,
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
  ...weightMetadata,
}
