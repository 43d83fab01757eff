import { charts } from './en/charts'
import { cli } from './en/cli'
import { compare } from './en/compare'
import { convert } from './en/convert'
import { dataPicture } from './en/data/data-picture'
import { lostPairs } from './en/data/lost-pairs'
import { madeSeries } from './en/data/made-series'
import { seriesPage } from './en/data/series-page'
import { tableFile } from './en/data/table-file'
import { tableGuess } from './en/data/table-guess'
import { tableNotes } from './en/data/table-notes'
import { tableOptions } from './en/data/table-options'
import { dialogs } from './en/dialogs'
import { disk } from './en/disk'
import { exchange } from './en/exchange'
import { exports } from './en/files/exports'
import { formats } from './en/files/formats'
import { loadNotes } from './en/files/load-notes'
import { project } from './en/files/project'
import { projects } from './en/files/projects'
import { verifyCommand } from './en/files/verify-command'
import { views } from './en/files/views'
import { forecastCommand } from './en/forecast-command'
import { dynamics } from './en/inside/dynamics'
import { gradient } from './en/inside/gradient'
import { inside } from './en/inside/inside'
import { recall } from './en/inside/recall'
import { states } from './en/inside/states'
import { touch } from './en/inside/touch'
import { insideUpdate } from './en/inside/update'
import { insideWeights } from './en/inside/weights'
import { keptData } from './en/kept-data'
import { keptRuns } from './en/kept-runs'
import { leak } from './en/leak'
import { leakCommand } from './en/leak-command'
import { menu } from './en/menu'
import { jsonValue } from './en/models/json-value'
import { kerasFile } from './en/models/keras-file'
import { kerasModel } from './en/models/keras-model'
import { tfjs } from './en/models/tfjs'
import { torch } from './en/models/torch'
import { names } from './en/names'
import { openData } from './en/open-data'
import { page } from './en/page'
import { requests } from './en/requests'
import { experimentRules } from './en/run/experiment-rules'
import { experimentRuns } from './en/run/experiment-runs'
import { figures } from './en/run/figures'
import { forecast } from './en/run/forecast'
import { futures } from './en/run/futures'
import { memory } from './en/run/memory'
import { notices } from './en/run/notices'
import { numbers } from './en/run/numbers'
import { parts } from './en/run/parts'
import { pauseRules } from './en/run/pause-rules'
import { phases } from './en/run/phases'
import { rail } from './en/run/rail'
import { runList } from './en/run/run-list'
import { experiments } from './en/runs/experiments'
import { race } from './en/runs/race'
import { runsTab } from './en/runs/runs-tab'
import { seedsView } from './en/runs/seeds-view'
import { statistics } from './en/runs/statistics'
import { sweepView } from './en/runs/sweep-view'
import { scores } from './en/scores'
import { script } from './en/script'
import { presets } from './en/settings/presets'
import { settingRules } from './en/settings/setting-rules'
import { settings } from './en/settings/settings'
import { settingsPanel } from './en/settings/settings-panel'
import { setup } from './en/settings/setup'
import { shortcuts } from './en/shortcuts'
import { source } from './en/source'
import { stage } from './en/stage'
import { start } from './en/start'
import { status } from './en/status'
import { reportCommand } from './en/sweep/report-command'
import { runsTable } from './en/sweep/runs-table'
import { sweepCommand } from './en/sweep/sweep-command'
import { tour } from './en/tour'
import { train } from './en/train'
import { trainer } from './en/trainer'
import { trainerHost } from './en/trainer-host'
import { transport } from './en/transport'
import { archive } from './en/weights/archive'
import { checkpoint } from './en/weights/checkpoint'
import { foreign } from './en/weights/foreign'
import { foreignTexts } from './en/weights/foreign-texts'
import { layouts } from './en/weights/layouts'
import { npz } from './en/weights/npz'
import { onnx } from './en/weights/onnx'
import { safetensors } from './en/weights/safetensors'
import { weightFiles } from './en/weights/weight-files'
import { weightMetadata } from './en/weights/weight-metadata'

/** Every English sentence of the app by its id, which begins with its area. */
export const en = {
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
