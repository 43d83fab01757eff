import type { Translated } from './catalogue'
import type { en } from './en'
import { charts } from './zh/charts'
import { cli } from './zh/cli'
import { compare } from './zh/compare'
import { convert } from './zh/convert'
import { dataPicture } from './zh/data/data-picture'
import { lostPairs } from './zh/data/lost-pairs'
import { madeSeries } from './zh/data/made-series'
import { seriesPage } from './zh/data/series-page'
import { tableFile } from './zh/data/table-file'
import { tableGuess } from './zh/data/table-guess'
import { tableNotes } from './zh/data/table-notes'
import { tableOptions } from './zh/data/table-options'
import { dialogs } from './zh/dialogs'
import { disk } from './zh/disk'
import { exchange } from './zh/exchange'
import { exports } from './zh/files/exports'
import { formats } from './zh/files/formats'
import { loadNotes } from './zh/files/load-notes'
import { project } from './zh/files/project'
import { projects } from './zh/files/projects'
import { verifyCommand } from './zh/files/verify-command'
import { views } from './zh/files/views'
import { forecastCommand } from './zh/forecast-command'
import { dynamics } from './zh/inside/dynamics'
import { gradient } from './zh/inside/gradient'
import { inside } from './zh/inside/inside'
import { recall } from './zh/inside/recall'
import { states } from './zh/inside/states'
import { touch } from './zh/inside/touch'
import { insideUpdate } from './zh/inside/update'
import { insideWeights } from './zh/inside/weights'
import { keptData } from './zh/kept-data'
import { keptRuns } from './zh/kept-runs'
import { leak } from './zh/leak'
import { leakCommand } from './zh/leak-command'
import { menu } from './zh/menu'
import { jsonValue } from './zh/models/json-value'
import { kerasFile } from './zh/models/keras-file'
import { kerasModel } from './zh/models/keras-model'
import { tfjs } from './zh/models/tfjs'
import { torch } from './zh/models/torch'
import { names } from './zh/names'
import { openData } from './zh/open-data'
import { page } from './zh/page'
import { requests } from './zh/requests'
import { experimentRules } from './zh/run/experiment-rules'
import { experimentRuns } from './zh/run/experiment-runs'
import { figures } from './zh/run/figures'
import { forecast } from './zh/run/forecast'
import { futures } from './zh/run/futures'
import { memory } from './zh/run/memory'
import { notices } from './zh/run/notices'
import { numbers } from './zh/run/numbers'
import { parts } from './zh/run/parts'
import { pauseRules } from './zh/run/pause-rules'
import { phases } from './zh/run/phases'
import { rail } from './zh/run/rail'
import { runList } from './zh/run/run-list'
import { experiments } from './zh/runs/experiments'
import { race } from './zh/runs/race'
import { runsTab } from './zh/runs/runs-tab'
import { seedsView } from './zh/runs/seeds-view'
import { statistics } from './zh/runs/statistics'
import { sweepView } from './zh/runs/sweep-view'
import { scores } from './zh/scores'
import { script } from './zh/script'
import { presets } from './zh/settings/presets'
import { settingRules } from './zh/settings/setting-rules'
import { settings } from './zh/settings/settings'
import { settingsPanel } from './zh/settings/settings-panel'
import { setup } from './zh/settings/setup'
import { shortcuts } from './zh/shortcuts'
import { source } from './zh/source'
import { stage } from './zh/stage'
import { start } from './zh/start'
import { status } from './zh/status'
import { reportCommand } from './zh/sweep/report-command'
import { runsTable } from './zh/sweep/runs-table'
import { sweepCommand } from './zh/sweep/sweep-command'
import { tour } from './zh/tour'
import { train } from './zh/train'
import { trainer } from './zh/trainer'
import { trainerHost } from './zh/trainer-host'
import { transport } from './zh/transport'
import { archive } from './zh/weights/archive'
import { checkpoint } from './zh/weights/checkpoint'
import { foreign } from './zh/weights/foreign'
import { foreignTexts } from './zh/weights/foreign-texts'
import { layouts } from './zh/weights/layouts'
import { npz } from './zh/weights/npz'
import { onnx } from './zh/weights/onnx'
import { safetensors } from './zh/weights/safetensors'
import { weightFiles } from './zh/weights/weight-files'
import { weightMetadata } from './zh/weights/weight-metadata'

/** Every Chinese sentence of the app. */
export const zh: Translated<typeof en> = {
  ...archive,
  ...charts,
  ...checkpoint,
  ...cli,
  ...compare,
  ...convert,
  ...dialogs,
  ...disk,
  ...runList,
  ...runsTab,
  ...experiments,
  ...race,
  ...seedsView,
  ...sweepView,
  ...exchange,
  ...exports,
  ...experimentRules,
  ...experimentRuns,
  ...figures,
  ...forecast,
  ...foreign,
  ...foreignTexts,
  ...forecastCommand,
  ...formats,
  ...dynamics,
  ...gradient,
  ...inside,
  ...insideUpdate,
  ...insideWeights,
  ...touch,
  ...states,
  ...recall,
  ...jsonValue,
  ...keptData,
  ...keptRuns,
  ...kerasFile,
  ...kerasModel,
  ...layouts,
  ...leak,
  ...leakCommand,
  ...loadNotes,
  ...dataPicture,
  ...lostPairs,
  ...madeSeries,
  ...futures,
  ...memory,
  ...menu,
  ...names,
  ...notices,
  ...npz,
  ...onnx,
  ...numbers,
  ...openData,
  ...page,
  ...parts,
  ...pauseRules,
  ...phases,
  ...project,
  ...projects,
  ...rail,
  ...presets,
  ...requests,
  ...safetensors,
  ...scores,
  ...script,
  ...seriesPage,
  ...settingRules,
  ...settings,
  ...settingsPanel,
  ...setup,
  ...shortcuts,
  ...source,
  ...stage,
  ...start,
  ...statistics,
  ...status,
  ...tableFile,
  ...tableGuess,
  ...tableNotes,
  ...tableOptions,
  ...tfjs,
  ...torch,
  ...tour,
  ...train,
  ...trainer,
  ...trainerHost,
  ...transport,
  ...reportCommand,
  ...runsTable,
  ...sweepCommand,
  ...verifyCommand,
  ...views,
  ...weightFiles,
  ...weightMetadata,
}
