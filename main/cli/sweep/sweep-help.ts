import { MOST_SEEDS, USUAL_SEEDS } from '@contract/experiment/limits'
import type { Say } from '@contract/language/say'
import { PRESETS } from '@contract/settings/presets'
import { below, commonEntries, entry } from '../base/help-lines'

/** What `sweep --help` tells. */
export function sweepHelp(usage: string, say: Say): string {
  return [
    say('sweepCommand.usage', { usage }),
    '',
    say('sweepCommand.about'),
    '',
    entry('--vary WHAT', say('sweepCommand.varyHelp')),
    entry('--seeds N', say('sweepCommand.seedsHelp', { most: MOST_SEEDS, usual: USUAL_SEEDS })),
    entry('--first-seed N', say('sweepCommand.firstSeedHelp')),
    entry('--jobs N', say('sweepCommand.jobsHelp')),
    entry('--preset NAME', say('train.presetHelp')),
    PRESETS.map(({ id, label }) => below(`${id.padEnd(24)} ${say(label)}`)).join('\n'),
    entry('--series, --data …', say('sweepCommand.settingsHelp')),
    '',
    say('train.whatComesOut'),
    entry('--save FILE', say('sweepCommand.saveHelp')),
    entry('--force', say('sweepCommand.forceHelp')),
    entry('--json', say('sweepCommand.jsonHelp')),
    commonEntries(say),
    '',
    say('sweepCommand.ctrlC'),
    '',
    say('cli.exitCodes'),
  ].join('\n')
}
