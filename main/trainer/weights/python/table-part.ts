import { JUMP, LARGEST } from '@contract/data/series'
import { MISSING_MARKS } from '@contract/data/table/table-choices'
import type { Say } from '@contract/language/say'
import { pythonString } from './literals'
import { comment } from './parts'

/** What the imports of the part are: nothing that does not come with Python. */
export const TABLE_IMPORTS = ['import argparse', 'import csv', 'import datetime', 'import math', 'import re']

/** Sentences of the script with places for what it has found. */
type Refusal =
  | 'script.notRead'
  | 'script.noColumn'
  | 'script.ragged'
  | 'script.notNumber'
  | 'script.whichTime'
  | 'script.badTimes'
  | 'script.standIn'

/**
 * Reads a table as `forecast` on the command line does, or refuses it in one sentence: it never takes one otherwise than
 * that. `read_table(path, time, missing)` gives the inputs of each row, NaN where one is missing, and the rows after which
 * time jumps. `time` is the name of a column, "" for none, None where the table has to tell; `missing` are numbers that
 * stand for missing values, None where nobody has said.
 */
export function tablePart(say: Say): string {
  const stop = (id: Refusal, ...values: string[]) =>
    `sys.exit(${pythonString(say(id))}.format(${values.join(', ')}))`
  const marks = [...new Set(MISSING_MARKS.map((mark) => mark.toLowerCase()))]
  return `${comment(say('script.table'))}
MISSING = {${marks.map(pythonString).join(', ')}}
LARGEST = ${LARGEST}
NUMBER = re.compile(r"[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
STAND_IN = re.compile(r"-?9{2,}(?:\\.(?:9+|0+))?")
YEAR, MONTH, DAY = "(?P<year>[0-9]{4})", "(?P<month>[0-9]{1,2})", "(?P<day>[0-9]{1,2})"
CLOCK = (
    r"(?:[T ,] ?(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}(?:[.,][0-9]+)?))?"
    r" ?(?P<zone>Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
FORMS = [re.compile(form + CLOCK) for form in (
    f"{YEAR}(?P<mark>[-/.]){MONTH}(?P=mark){DAY}",
    f"{YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
    f"{DAY}(?P<mark>[-/.]){MONTH}(?P=mark){YEAR}",
    f"{MONTH}(?P<mark>[-/.]){DAY}(?P=mark){YEAR}",
    f"{YEAR}[-/Mm]{MONTH}",
)]


def seconds(form, text):
    found = form.fullmatch(text.replace("年", "-").replace("月", "-").replace("日", "").rstrip("-"))
    part = found.groupdict() if found else {}
    try:
        days = datetime.date(*(int(part.get(name) or 1) for name in ("year", "month", "day"))).toordinal()
        hour, minute = int(part["hour"] or 0), int(part["minute"] or 0)
        second = float((part["second"] or "0").replace(",", "."))
    except (KeyError, ValueError):
        return None
    digits = re.sub("[^0-9]", "", part["zone"] or "").ljust(4, "0")
    ahead = int(digits[:2]) * 60 + int(digits[2:])
    ahead = -ahead if (part["zone"] or "").startswith("-") else ahead
    if hour > 23 or minute > 59 or second >= 60:
        return None
    return days * 86400 + hour * 3600 + (minute - ahead) * 60 + second


def readings(cells):
    ways = [[seconds(form, cell) for cell in cells] for form in FORMS]
    if all(map(NUMBER.fullmatch, cells)):
        ways.append([float(cell) for cell in cells])
    ways = [way for way in ways if None not in way]
    return ways, [way for way in ways if all(a < b for a, b in zip(way, way[1:]))]


def jumps_of(way):
    steps = [b - a for a, b in zip(way, way[1:])]
    usual = sorted(steps)[len(steps) // 2] if steps else 0
    return tuple(row for row, step in enumerate(steps) if step > ${JUMP} * usual)


def read_table(path, time, missing):
    csv.field_size_limit(2**20)
    try:
        with open(path, newline="", encoding="utf-8-sig") as file:
            reader = csv.reader(file, strict=True)
            lines = [(reader.line_num, cells) for cells in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        ${stop('script.notRead', 'error')}
    full = [place for place, (_, cells) in enumerate(lines) if "".join(cells).strip()]
    if full and re.fullmatch("(?i)sep=.?", ",".join(lines[full[0]][1])):
        full = full[1:]
    names = [cell.strip() for cell in lines[full[0]][1]] if full else []
    for name in [*INPUT_COLUMNS, *([time] if time else [])]:
        if name not in names:
            ${stop('script.noColumn', 'name')}
    table = []
    for line, cells in lines[full[0] + 1:full[-1] + 1]:
        if len(cells) < 2 and not "".join(cells).strip():
            if len(names) > 1 or not table:
                continue
            cells = [""]
        if len(cells) != len(names):
            ${stop('script.ragged', 'line', 'len(names)', 'len(cells)')}
        table.append((line, [cell.strip() for cell in cells]))
    table += [(line, cells) for line, cells in lines[full[-1] + 1:] if len(cells) == len(names) > 1]
    table, jumps = in_time(table, names, time)
    columns = [column_of(table, name, names.index(name), missing) for name in INPUT_COLUMNS]
    return [list(row) for row in zip(*columns)], jumps


def in_time(table, names, time):
    hollow = [row for row in table if not any(row[1])]
    whole = [row for row in table if any(row[1])]
    dated, found = False, set()
    for place, name in enumerate(names):
        if time == "" or name in (INPUT_COLUMNS + TARGET_COLUMNS if time is None else set(names) - {time}):
            continue
        cells = [cells[place] for _, cells in whole]
        filled = [cell for cell in cells if cell]
        ways, growing = readings(filled)
        is_dates = len(ways) > 1 or any(not NUMBER.fullmatch(cell) for cell in filled)
        if not ways and time is None and filled and all(cell[0].isdigit() for cell in filled):
            ${stop('script.whichTime')}
        if (ways and is_dates or time) and (not growing or len(filled) < len(cells)):
            ${stop('script.badTimes', 'name')}
        dated = dated or bool(growing and is_dates)
        found.update(map(jumps_of, growing if len(filled) == len(cells) else []))
    if time is None and found and not dated:
        found.add(())
    if len(found) > 1 or (time is None and found and not dated and hollow):
        ${stop('script.whichTime')}
    return (whole if dated or time else table), next(iter(found), ())


def column_of(table, name, place, missing):
    values, stands = [], {}
    for line, cells in table:
        cell = cells[place]
        value = math.nan if cell.lower() in MISSING else float(cell) if NUMBER.fullmatch(cell) else math.inf
        if abs(value) > LARGEST:
            ${stop('script.notNumber', 'line', 'name', 'cell')}
        if missing is None and STAND_IN.fullmatch(cell):
            stands.setdefault(cell, []).append(value)
        values.append(math.nan if missing and value in missing else value)
    others = [value for value in values if not math.isnan(value) and not any(value in all for all in stands.values())]
    for mark, (value, *again) in stands.items():
        least, most = min(others, default=math.inf), max(others, default=-math.inf)
        if again and max(least - value, value - most) > most - least:
            ${stop('script.standIn', 'mark', 'len(again) + 1', 'name')}
    return values
`
}
