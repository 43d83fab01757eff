import type { Translated } from './catalogue'
import type { en } from './en'
import { charts } from './zh/charts'
import { exchange } from './zh/exchange'
import { menu } from './zh/menu'
import { page } from './zh/page'
import { runSpace } from './zh/run-space'
import { safetensors } from './zh/safetensors'
import { shortcuts } from './zh/shortcuts'
import { stage } from './zh/stage'
import { status } from './zh/status'
import { tour } from './zh/tour'
import { trainer } from './zh/trainer'
import { transition } from './zh/transition'
import { transport } from './zh/transport'
import { weightFiles } from './zh/weight-files'

/** Every Chinese sentence of the app. */
export const zh: Translated<typeof en> = {
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
