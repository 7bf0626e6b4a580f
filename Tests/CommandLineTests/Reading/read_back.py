"""Reads every sentence that the program has made of some results back against the tables they came from.

    read_back.py RESULTS [--page PAGE] [--terminal TEXT] [--prove]

A number in a sentence, or in a table for readers, must be found in the files of the results at the precision in which it
is printed: in a row whose every key is named where the number stands, or among what such rows come to (how many of them are
higher, the mean over replications of the sum over places, and so on). A number that is found nowhere is a fault. Names are
no numbers, and a few turns of phrase (PHRASES) hold numbers that are no results. Words of verdict in tables for readers, such
as "higher" or "as many for more money", are those that the numbers behind them call for.

Prints one line for each fault; the exit code is their number. With `--prove`, each table that numbers were found in is
changed in turn, and tables of which no change is noticed are faults too.
"""

import argparse
import csv
import functools
import html.parser
import json
import math
import pathlib
import re
import statistics
import sys

# Numbers that belong to the wording: levels of confidence, price years, what a durable exit is, calls to be made.
PHRASES = [
    r"95%\s+intervals?", r"95% confidence", r"\(95%", r"are 95%", r"of 2015-16", r"within 0\.2 points", r"\(at 5%",
    r"--replications 10 or more", r"1 = as if everybody were enrolled", r"1 is better", r"crosses 0",
    r"up to 100%", r"includes 0", r"within 5 years", r"within 10( years)?\b", r"\(1: the same order\)",
    r"90% of the largest gain",
]

# What stands for a name of the tables in a sentence.
SYNONYMS = {
    "durable_exits": ["durable exit"], "durable_exit": ["durable exit"], "exit": ["no exit"], "relapse": ["relapse"],
    "unmet_need": ["unmet need", "nobody serves"], "households_lifted": ["lifted out of poverty"],
    "dependency_years_averted": ["dependency-year"], "poverty_years_averted": ["poverty-year"],
    "gains_stop": ["gains stop"], "gains_fade": ["gains halve", "gains fade", "of gains left"],
    "gains_persist": ["gains persist"], "out_only_with": ["only with it"], "out_only_without": ["only without it"],
    "welfare_effect": ["% of its need"], "programme_cost": ["programme cost", "programmes cost"],
    "quarters_to_exit": ["until a durable exit", "time to a durable exit", "a durable exit is", "sooner", "later"],
    "deviation_of_quarters_to_exit": ["standard deviation between households"],
    "exit_within_1_year": ["within a year"], "exit_within_5_years": ["within 5"], "exit_within_10_years": ["within 10"],
    "out_in_the_long_run": ["in the long run"], "half_life": ["halves"], "share_in_the_run": ["in the run", "during the run"],
    "share_in_the_long_run": ["long run"], "inside_after_a_year": ["in it a year later"], "quarters_of_stay": ["stays"],
    "quarters_to_exit_from_it": ["a durable exit is", "to a durable exit"],
    "yes": ["minority"], "no": ["not a minority"], "male": ["male head"],
    "female": ["female head"], "wider": ["counting also"],
}
# The measures of which the terminal tells differences.
HEADLINES = {"headcount_ratio", "poverty_gap", "out_of_dependency", "durable_exits", "organised", "unmet_need",
             "served_twice"}
# What tables of a page say of differences that are not told from none.
PAGE_WORDS = ["no difference", "not told apart", "too few replications"]
# Replications with which verdicts are given, and up to which a needed number is told.
ENOUGH, MOST_TOLD = 10, 10_000
# Keys that need not be named.
NEUTRAL = {"", "all", "programme", "at_end", "difference", "value", "treated_or_not"}
# Key columns that are looked at in another way, or say what a scenario is held against.
UNNAMED = {"baseline", "group", "quarter", "replication", "willingness_to_pay", "duration", "years", "point", "resolution", "set",
           "mix", "choice", "budget_limit", "order", "part", "year", "of", "rank"}

# What numbers of a unit, or else of a column, are multiplied by where they are shown.
UNITS = [("share", [100]), ("consumption / need", [100]), ("PKR", [1e-6, 1]), ("quarters", [0.25]),
         ("probability", [100]), ("squared", [100]), ("real households", [1])]
COLUMNS = [("cost", [1e-6, 1]), ("survival", [100]), ("share", [100]), ("percent", [1]),
           ("ratio", [1]), ("total", [100, 1]), ("first_order", [100, 1]), ("change_if", [100]), ("low", [1, 100]),
           ("high", [1, 100]), ("net_benefit", [1e-6]), ("evpi", [1e-6]), ("pkr", [1e-6])]

NUMBER = re.compile(r"(?<![\w.])(?:>(?=\d))?[-+\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d+)?(?!\d)")


# MARK: - Tables


class Table:
    def __init__(self, name, rows, keys):
        self.name, self.rows, self.keys = name, rows, keys


def number(text):
    try:
        return float(text)
    except ValueError:
        return math.nan


def numbers_of(value):
    """All numbers of a part of a record."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [found for entry in value for found in numbers_of(entry)]
    return [value] if isinstance(value, (int, float)) and not isinstance(value, bool) else []


class Results:
    def __init__(self, directory):
        self.record = json.loads((directory / "run.json").read_text())
        package = json.loads((directory / "datapackage.json").read_text())
        self.tables = {}
        for resource in package["resources"]:
            path = directory / resource["path"]
            if path.suffix != ".csv" or path.name in ("outcomes.csv", "households.csv"):
                continue
            with path.open(newline="") as file:
                rows = list(csv.DictReader(file))
            keys = resource["schema"].get("primaryKey", [])
            self.tables[path.name] = Table(path.name, rows, [keys] if isinstance(keys, str) else keys)
        self.replications = self.record["replications"]
        self.isJudged = self.replications >= ENOUGH
        self.quarters = self.record["quarters"]
        self.scenarios = [scenario["name"] for scenario in self.record["scenarios"]]
        if "exits.csv" in self.tables:
            # An account of traps may hold a scenario against itself without its programmes.
            self.scenarios = list(dict.fromkeys(row["scenario"] for row in self.tables["exits.csv"].rows))

    def names(self):
        """Names of all kinds that hold a digit, the longest first."""
        cells = {value for table in self.tables.values() for row in table.rows for value in row.values()
                 if value and math.isnan(number(value))}
        cells |= set(self.scenarios) | {value["path"] for s in self.record["scenarios"] for value in s["values"]}
        cells |= {override["typed"] for override in self.record["overrides"] if math.isnan(number(override["typed"]))}
        cells |= {variable["name"] for variable in self.record.get("design", {}).get("variables", [])}
        cells |= {cell.replace("_", " ") for cell in cells}
        return sorted((cell for cell in cells if re.search(r"\d", cell)), key=len, reverse=True)

    def values(self, path):
        return {number(str(value["value"])) for s in self.record["scenarios"] for value in s["values"]
                if value["path"] == path} - {math.nan}

    def assumed(self):
        values = [value for scenario in self.record["scenarios"] for value in scenario["values"]]
        paths = {value["path"] for value in values}
        return len({value["path"] for value in values if value["source"].lower().startswith("assumed")}), len(paths)


# MARK: - What rows come to


@functools.cache
def student(degrees, tail):
    """The t of Student's distribution that is exceeded with a probability, by Simpson's rule and bisection."""
    scale = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2)) / math.sqrt(degrees * math.pi)

    def above_zero(t, steps=2000):
        width = t / steps
        values = [scale * (1 + (i * width) ** 2 / degrees) ** (-(degrees + 1) / 2) for i in range(steps + 1)]
        return width / 3 * (values[0] + values[-1] + 4 * sum(values[1:-1:2]) + 2 * sum(values[2:-1:2]))

    low, high = 0.0, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if above_zero(middle) < 0.5 - tail else (low, middle)
    return (low + high) / 2


def interval(values, intervals=1, isNotNegative=False, bound=None):
    """A mean and Student's interval: of a part on the scale of log-odds, of what is never below 0 on that of logarithms,
    otherwise on the plain one."""
    mean = statistics.fmean(values)
    if len(values) < 2:
        return [mean]
    reach = student(len(values) - 1, 0.025 / intervals) * statistics.stdev(values) / math.sqrt(len(values))
    if bound and reach > 0:
        odds, reach = math.log(mean / (bound - mean)), reach * bound / (mean * (bound - mean))
        return [mean] + [bound / (1 + math.exp(-odds + sign * reach)) for sign in (1, -1)]
    if not isNotNegative:
        return [mean, mean - reach, mean + reach]
    return [mean, mean * math.exp(-reach / mean), mean * math.exp(reach / mean)] if mean > 0 else [0.0]


def needed(mean, deviation, intervals):
    """The smallest n >= 2 with t(n - 1) s / sqrt n < |d|; as many as are told of at most where it is larger."""
    def tells(n):
        return student(n - 1, 0.025 / intervals) * deviation / math.sqrt(n) < abs(mean)

    few, enough = 1, MOST_TOLD
    while enough - few > 1:
        middle = (few + enough) // 2
        few, enough = (few, middle) if tells(middle) else (middle, enough)
    return enough


def spent(results):
    """What the programmes of each scenario cost in each replication."""
    sums = {(s, r): 0.0 for s in results.scenarios for r in range(1, results.replications + 1)}
    for row in results.tables["costs.csv"].rows:
        sums[row["scenario"], int(row["replication"])] += number(row["pkr"])
    return {s: [sums[s, r] for r in range(1, results.replications + 1)] for s in results.scenarios}


def saved(results):
    """By what pairing divides the variance of differences in cost."""
    runs = spent(results)
    base = runs[results.scenarios[0]]
    found = []
    for scenario in results.scenarios[1:]:
        own = runs[scenario]
        both = statistics.variance([x - y for x, y in zip(own, base)])
        found += [(statistics.variance(own) + statistics.variance(base)) / both] if both > 0 else []
    return found


def costs(results):
    """Programme costs with their intervals, which tables hold by replication."""
    if "costs.csv" not in results.tables:
        return []
    runs = spent(results)
    rows = []
    for scenario in results.scenarios:
        differences = [own - base for own, base in zip(runs[scenario], runs[results.scenarios[0]])]
        values = interval(runs[scenario]) + interval(differences) + interval(differences, max(1, len(results.scenarios) - 1))
        rows += [{"scenario": scenario, "measure": "programme_cost", "unit": "PKR", "value": str(value)} for value in values]
    return rows


def differences(results):
    """The differences from the baseline at the end, of all households and of costs: mean, error and interval for all."""
    table = results.tables.get("comparison.csv")
    rows = {}
    for row in table.rows if table else []:
        if row["group"] == "all" and int(row["quarter"]) == results.quarters and row["difference"]:
            numbers = [number(row[column]) for column in ("difference", "se", "ci_low_family", "ci_high_family")]
            rows[row["scenario"], row["measure"]] = numbers
    if rows and "costs.csv" in results.tables:
        runs = spent(results)
        for scenario in results.scenarios[1:]:
            paired = [own - base for own, base in zip(runs[scenario], runs[results.scenarios[0]])]
            mean, *ends = interval(paired, len(results.scenarios) - 1)
            error = statistics.stdev(paired) / math.sqrt(len(paired)) if len(paired) > 1 else math.nan
            rows[scenario, "programme_cost"] = [mean, error] + (ends or [math.nan, math.nan])
    return rows


def replications_needed(results):
    """How many replications would tell the differences apart whose intervals include 0."""
    return [{"scenario": scenario, "measure": measure, "unit": "replications",
             "needed": str(needed(mean, error * math.sqrt(results.replications), len(results.scenarios) - 1))}
            for (scenario, measure), (mean, error, low, high) in differences(results).items()
            if measure in HEADLINES | {"programme_cost"} and error > 0 and low <= 0 <= high]


def reach(results):
    """How far programmes have come, means over replications."""
    table = results.tables.get("reach.csv")
    sums = {}
    for row in table.rows if table else []:
        total = sums.setdefault((row["scenario"], row["programme"]), {})
        for column in ("eligible", "barred", "offered", "willing", "afforded", "served"):
            total[column] = total.get(column, 0.0) + number(row[column]) / results.replications
    return [{"scenario": scenario, "programme": programme, **{column: str(value) for column, value in total.items()}}
            for (scenario, programme), total in sums.items()]


def stocktake(results):
    """Means over replications of sums over places, by scenario, partner, place and intervention, and their totals."""
    table = results.tables.get("stocktake.csv")
    if not table:
        return []
    columns = ["households", "pkr", "overlap", "unmet_need"]
    kinds = [("partner", "intervention", "union_council"), ("partner", "intervention", "district"),
             ("partner", "intervention"), ("intervention",), ("union_council",), ("district",), ()]
    sums, runs = {}, {}
    for row in table.rows:
        for kind in kinds:
            key = (row["scenario"], tuple((name, row[name]) for name in kind))
            total = sums.setdefault(key, dict.fromkeys(columns, 0.0))
            for column in columns:
                total[column] += number(row[column]) / results.replications
        for column in columns:
            run = runs.setdefault((row["scenario"], column), dict.fromkeys(range(1, results.replications + 1), 0.0))
            run[int(row["replication"])] += number(row[column])
    rows = [{"scenario": scenario, **dict(key), **{c: str(v) for c, v in total.items()}}
            for (scenario, key), total in sums.items()]
    households = {row["scenario"]: number(row["mean"]) for row in results.tables["summary.csv"].rows
                  if row["group"] == "all" and row["measure"] == "households"}
    rows += [{"scenario": scenario, column: str(value)} for (scenario, column), run in runs.items()
             for value in interval(list(run.values()), isNotNegative=column != "pkr",
                                   bound=households[scenario] if column == "unmet_need" else None)]
    return rows


def institutions(results):
    """Means over replications of institutions in the last quarter, by tier and status, and of all tiers by status."""
    table = results.tables.get("institutions.csv")
    sums = {}
    for row in table.rows if table else []:
        if int(row["quarter"]) == results.quarters:
            for key in [(row["scenario"], row["tier"], row["status"]), (row["scenario"], "", row["status"])]:
                sums[key] = sums.get(key, 0.0) + number(row["count"]) / results.replications
    tiers = {row["tier"] for row in table.rows} if table else set()
    for scenario in {key[0] for key in sums}:
        for tier in tiers | {""}:
            for status in ("active", "dormant"):
                sums.setdefault((scenario, tier, status), 0.0)
    return [{"scenario": s, "tier": tier, "status": status, "value": str(v)} for (s, tier, status), v in sums.items()]


def flows(results):
    """Percentages of all pairs of years by dimension: better, worse, and of each level before and after."""
    table = results.tables.get("yearly_transitions.csv")
    levels = ["bonded", "tied", "precarious", "self_reliant", "isolated", "sheltered", "connected", "leading",
              "voiceless", "client", "aware", "claiming"]
    counts = {}
    for row in table.rows if table else []:
        if row["from"] in levels:
            key = (row["scenario"], row["dimension"], int(row["years"]))
            moves = counts.setdefault(key, {})
            pair = (levels.index(row["from"]), levels.index(row["to"]))
            moves[pair] = moves.get(pair, 0.0) + number(row["count"])
    longest = max((key[2] for key, moves in counts.items() if sum(moves.values()) > 0), default=0)
    rows = []
    for (scenario, dimension, years), moves in counts.items():
        total = sum(moves.values())
        if years != longest or total == 0:
            continue
        groups = [lambda f, t: f < t, lambda f, t: f > t]
        groups += [lambda f, t, l=l: f == l for l in range(12)] + [lambda f, t, l=l: t == l for l in range(12)]
        for group in groups:
            share = sum(count for (f, t), count in moves.items() if group(f, t)) / total
            rows.append({"scenario": scenario, "dimension": dimension, "share": str(share)})
    return rows + [{"years": str(longest)}]


def findings(rows, isJudged):
    """How many of some differences are higher, lower, not told apart, equal or without an interval, and how many there are."""
    counts = {}
    for row in rows:
        low, high = number(row["ci_low_family"]), number(row["ci_high_family"])
        if math.isnan(number(row["difference"])):
            continue
        kind = ("unknown" if math.isnan(low) else "equal" if low == high == 0 else "doubtful" if not isJudged
                else "higher" if low > 0 else "lower" if high < 0 else "doubtful")
        for key in (kind, "all"):
            counts[key] = counts.get(key, 0) + 1
    return counts


# MARK: - Looking numbers up


def factors(row, column):
    if column.startswith("probability"):
        return [100]
    if column.endswith(("budget", "budget_limit")) or column.startswith("cost"):
        return [1e-6, 1]
    if column in ("low_value", "high_value", "rank", "set", "resolution"):
        return [1]
    unit = row.get("unit", "")
    for start, found in UNITS:
        if unit.startswith(start) and column not in ("percent", "ratio", "ratio_ci_low", "ratio_ci_high"):
            return found
    for start, found in COLUMNS:
        if start in column:
            return found
    return [1]


class Printed:
    """A number as it is printed: which values read so with its decimals, after they are brought to millionths."""

    def __init__(self, text):
        text = text.replace(",", "").replace("\u2212", "-")
        self.isBeyond = text[0] == ">"
        text = text.removeprefix(">")
        self.hasSign = text[0] in "+-"
        self.shown = float(text)
        self.reach = 0.5 * 10.0 ** -len(text.partition(".")[2]) + 1.1e-6

    def matches(self, value):
        # Sentences say `fewer` and `sooner` for a sign.
        value = value if self.hasSign else abs(value)
        if self.isBeyond:
            return self.shown < value < self.shown + 1
        return abs(self.shown - value) <= self.reach + 1e-12 * abs(value)


def readings(row):
    """The numbers of a row in the units in which they may be shown."""
    return [number(text) * factor for column, text in row.items() if not math.isnan(number(text))
            for factor in factors(row, column)]


class Reader:
    def __init__(self, results):
        self.results = results
        self.names = [re.escape(name) for name in results.names()]
        self.pattern = re.compile("|".join(PHRASES + self.names))
        self.used, self.ends, self.shownAs = set(), {}, {}
        self.count, self.judged = 0, 0
        self.differences = differences(results)
        self.derived = {"costs.csv": costs(results), "stocktake.csv": stocktake(results), "reach.csv": reach(results),
                        "institutions.csv": institutions(results), "yearly_transitions.csv": flows(results)}
        self.needed = replications_needed(results)

    def is_named(self, value, text):
        if value in NEUTRAL or value in self.results.scenarios and value in text:
            return True
        words = SYNONYMS.get(value, [value.replace("_", " "), value.replace("_", "-"), value])
        return any(word.lower() in text for word in words)

    def rows(self, files, text):
        """Rows of some tables whose keys are named in a text: at the start or the end, and of the last waiting time."""
        lower = text.lower()
        for file in files:
            table = self.results.tables.get(file)
            if not table:
                continue
            if file in self.derived:
                for row in self.derived[file]:
                    if all(self.is_named_scenario(row, text) and (key in ("scenario", "unit") or not math.isnan(number(value))
                           or self.is_named(value, lower)) for key, value in row.items()):
                        yield file, row
                continue
            if file == "comparison.csv" and "in brackets how many replications" in text:
                for row in self.needed:
                    if self.is_named_scenario(row, text) and self.is_named(row["measure"], lower):
                        yield file, row
                continue
            for row in self.shown(table):
                if not self.is_named_scenario(row, text):
                    continue
                if all(key in UNNAMED or key == "scenario" or key == "dimension" and "from" in table.keys
                       or self.is_named(row[key], lower) for key in table.keys):
                    yield file, row
                    if file == "elasticities.csv":
                        yield file, {"yearly": str(1 - (1 - number(row["probability"])) ** 4), "unit": "probability"}

    def shown(self, table):
        """The rows that sentences are made of: of the start and the end, and of the last time that was waited."""
        if table.name not in self.ends:
            last = {}
            if "duration" in table.keys:
                last = {(row["scenario"], row["event"], row["group"], row["level"]): row["duration"] for row in table.rows}
            self.ends[table.name] = [
                row for row in table.rows
                if ("quarter" not in row or int(row["quarter"]) in (0, self.results.quarters))
                and (not last or row["duration"] == last[row["scenario"], row["event"], row["group"], row["level"]])]
        return self.ends[table.name]

    def is_named_scenario(self, row, text):
        """Whether the scenario of a row is named; what names none is of the first."""
        if "scenario" not in row:
            return True
        names = self.results.scenarios
        named = [name for name in names if name in text]
        # Where two scenarios are compared a sentence need not say which of them differs.
        return row["scenario"] in (names if len(names) == 2 and named else named or names[:1])

    def facts(self):
        """What the record tells: times, luck, how much is assumed, and what money is judged by."""
        results = self.results
        assumed, total = results.assumed()
        facts = {results.replications, results.quarters, results.quarters / 4, results.record["seed"], assumed, total,
                 len(results.scenarios), len(results.scenarios) - 1, len(results.scenarios) - 2,
                 results.record.get("households") or math.nan}
        facts.add(results.record.get("design", {}).get("points", math.nan))
        facts |= {value * 1e-6 for value in numbers_of(results.record.get("portfolio", {}))}
        for path, factor in [("parameters.evaluation.cost_discount_rate", 100),
                             ("parameters.evaluation.effect_discount_rate", 100),
                             ("parameters.evaluation.years_after_horizon", 1)]:
            facts |= {value * factor for value in results.values(path)}
        return facts

    def read(self, place, text, files, context=""):
        """Looks up the numbers of a text; what else says what they are of is its context."""
        whole = context + " " + text
        bare = self.pattern.sub(" ", text)
        found = NUMBER.findall(bare)
        faults = self.misjudged(place, text, context)
        if not found:
            return faults
        rows = list(self.rows(files, whole))
        facts = self.facts()
        counts = findings(self.compared(whole), self.results.isJudged)
        values = [(file, value) for file, row in rows for value in self.readings(row)]
        for text_of_number in found:
            self.count += 1
            printed = Printed(text_of_number)
            if any(printed.matches(fact) for fact in facts):
                continue
            hits = {file for file, value in values if printed.matches(value)}
            if hits:
                # What only one table holds is what proves that it is read.
                self.used |= hits if len(hits) == 1 else set()
            elif any(printed.matches(count) for count in counts.values()):
                self.used.add("comparison.csv")
            elif not self.is_counted(printed, text, rows):
                faults.append(f"{place}: {text_of_number} is in no table: {text[:200]}")
        return faults

    def readings(self, row):
        if id(row) not in self.shownAs:
            self.shownAs[id(row)] = (row, readings(row))
        return self.shownAs[id(row)][1]

    def misjudged(self, place, text, context):
        """Words of verdict in tables for readers that are not those that the numbers call for."""
        cells = [cell for cell in text.split("  ") if cell]
        if context.startswith(" ") and cells and cells[0] not in self.results.scenarios:
            # The scenario stands in a row above.
            cells = [name for name in self.results.scenarios if context.endswith(f" {name}")][-1:] + cells
        if context.startswith(" Differences from") and len(cells) == 5:
            wanted, said = self.difference_words(cells[0], cells[1]), cells[4]
        elif context.startswith(" What one more costs") and len(cells) == 4:
            wanted, said = self.price_words(cells[0], cells[1], "counting also" in context), cells[3]
            said = said if cells[2] == "-" else "a price"
        elif place == "table" and (words := self.difference_words(*context.split("\t"), isPage=True)):
            wanted, said = words, next((word for word in PAGE_WORDS if word in text), "")
            wanted = wanted if wanted in PAGE_WORDS else ""
        else:
            return []
        self.judged += 1
        return [] if said == wanted else [f"{place}: {said!r} instead of {wanted!r}: {text[:200]}"]

    def difference_words(self, scenario, label, isPage=False):
        """What a difference tells, by the scenario and the label of its measure; nothing where there is none."""
        measures = [measure for name, measure in self.differences if name == scenario
                    and self.is_label(measure, label.split(",")[0])]
        if not measures or isPage and measures[0] == "programme_cost":
            return ""
        mean, error, low, high = self.differences[scenario, measures[0]]
        if math.isnan(low):
            return "one replication"
        if mean == error == 0:
            return "no difference"
        if not self.results.isJudged:
            return "too few replications"
        if low <= 0 <= high:
            return "not told apart" if isPage else "not distinguishable"
        return "higher" if mean > 0 else "lower"

    def price_words(self, scenario, label, isWider):
        """What stands in the place of the price of one more, by effectiveness.csv."""
        effect = next(effect for effect in ("durable_exit", "households_lifted", "dependency_year")
                      if label.startswith(effect.replace("_", " ").replace("households", "household"))
                      or label.startswith(effect.replace("_", "-")))
        after = next((name for name in ("gains_stop", "gains_fade", "gains_persist")
                      if any(word in label for word in SYNONYMS[name])), "at_end")
        row = next(row for row in self.results.tables["effectiveness.csv"].rows
                   if row["scenario"] == scenario and row["effect"].startswith(effect) and row["after_horizon"] == after
                   and row["perspective"] == ("wider" if isWider else "programme"))
        gain, cost = number(row["gain"]), number(row["cost"])
        always = {"ratio": "a price", "equal": "as many for the same money", "one_replication": "-"}
        if row["reading"] in always:
            return always[row["reading"]]
        if not self.results.isJudged:
            return "too few replications"
        isByMean = number(row["cost_ci_low"]) < 0 < number(row["cost_ci_high"])
        by = ", by mean" if isByMean and gain != 0 else ""
        return {"dominates": f"{'as many' if gain == 0 else 'more'}{by} for {'less' if cost < 0 else 'the same'} money",
                "dominated": f"{'as many' if gain == 0 else 'fewer'}{by} for {'more' if cost > 0 else 'the same'} money",
                "less_effect": "fewer than the baseline", "not_distinguishable": "not distinguishable"}[row["reading"]]

    @staticmethod
    def is_label(measure, label):
        return label in SYNONYMS.get(measure, []) + [measure.replace("_", " ")]

    def compared(self, text):
        """The differences at the end that a sentence counts: by all groups of households, or by bands of the scorecard."""
        table = self.results.tables.get("comparison.csv")
        isOfBands = "bands of the poverty scorecard" in text
        groups = ["band"] if isOfBands else ["band", "sex_of_head", "minority"]
        measure = "headcount_ratio" if "headcount ratio" in text.lower() and not isOfBands else "out_of_dependency"
        return [row for row in table.rows if row["group"] in groups and int(row["quarter"]) == self.results.quarters
                and row["measure"] == measure and (row["scenario"] in text or not isOfBands)] if table else []

    def is_counted(self, printed, text, rows):
        """Numbers that count what a sentence lists or leaves out, and medians, which no row holds."""
        value = printed.shown
        if "divides the variance" in text:
            reductions = [number(row["variance_reduction"]) for row in self.results.tables["comparison.csv"].rows
                          if row["group"] == "all" and int(row["quarter"]) == self.results.quarters
                          and row["measure"] in HEADLINES]
            reductions = [value for value in reductions + saved(self.results) if not math.isnan(value)]
            return printed.matches(statistics.median(reductions))
        if "sets of states" in text:
            return any(printed.matches(number(row["resolution"])) for row in self.results.tables["traps.csv"].rows)
        moved = [row for name, table in self.results.tables.items() for row in table.rows if "variable" in row]
        variables = {row["variable"] for row in moved}
        quantities = {(row["scenario"], row["measure"]) for row in moved if row["of"] == "difference"}
        return "variable" in text and (value in range(len(variables) + 1) or value == len(quantities))


# MARK: - Sentences


class Page(html.parser.HTMLParser):
    """The sentences of a page, with the tables that each is made of."""

    ANSWER = ["comparison.csv", "ranking.csv", "effectiveness.csv", "summary.csv", "tornado.csv", "indices.csv",
              "elementary_effects.csv", "costs.csv"]
    CAUTION = ["reach.csv", "comparison.csv", "uncertainty.csv"]

    def __init__(self, text):
        super().__init__()
        self.places, self.sentences, self.figure = [], [], []
        self.sources, self.caption, self.row = [], "", ""
        self.feed(text)

    @staticmethod
    def clauses(text):
        """A warning, or of one about several measures each with its number, and what it is about."""
        head, apart, rest = text.partition(" cannot be told apart from ")
        listed, bracket, _ = rest.partition(": the interval")
        if not (apart and bracket):
            return [(text, "")]
        return [(clause, f"{head} in brackets how many replications")
                for clause in re.findall(r"[^,(]+\((?:about|more than) [\d,]+\)", listed)]

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        kind = tag + "." + attributes.get("class", "") if attributes.get("class") else tag
        if tag in ("meta", "link", "br", "img"):
            return
        self.places.append([kind, ""])
        if attributes.get("aria-label") and "picture" in attributes.get("class", ""):
            self.figure.append(("picture", attributes["aria-label"], self.caption))
        if tag == "td":
            self.places[-1].append(attributes.get("data-label", ""))

    def handle_data(self, data):
        for place in self.places:
            if place[0] in ("script", "style"):
                return
        for place in self.places:
            place[1] += data if not self.places[-1][0] == "small" else " " + data + " "

    def handle_endtag(self, tag):
        kind, text, *label = self.places.pop()
        inside = [place[0] for place in self.places]
        text = " ".join(text.split())
        if kind == "p" and "div.answer" in inside:
            self.sentences.append(("answer", text, self.ANSWER, ""))
        elif kind == "th" and any("table.stack" in place for place in inside):
            self.row = text
        elif kind == "figcaption":
            self.caption = text
        elif kind == "caption":
            self.sentences.append(("caption", text, self.ANSWER, ""))
        elif kind == "td.number":
            self.sentences.append(("table", text, self.ANSWER, f"{self.row}\t{label[0]}"))
        elif kind == "li" and "section.caution" in inside:
            self.sentences += [("caution", clause, self.CAUTION, whole) for clause, whole in self.clauses(text)]
        elif "section.figure" in inside and kind in ("p", "p.quiet"):
            self.figure.append(("figure", text, ""))
        elif "p.source" in inside and kind == "code" and text.endswith(".csv"):
            self.sources.append(text)
        elif kind == "section.figure":
            self.sentences += [(place, text, list(self.sources), caption) for place, text, caption in self.figure]
            self.figure, self.sources = [], []


# The tables behind what stands below a heading on the terminal.
SECTIONS = [
    (r"^Means of", ["summary.csv", "costs.csv"]), (r"^Differences from", ["comparison.csv", "costs.csv"]),
    (r"^Households against", ["attribution.csv"]), (r"^Ranks at", ["ranking.csv"]),
    (r"^What one more costs", ["effectiveness.csv", "frontier.csv"]), (r"^Stocktake of", ["stocktake.csv"]),
    (r"^Totals, ", ["stocktake.csv"]), (r"^The traps of", ["exits.csv", "traps.csv", "elasticities.csv",
                                                                    "classes.csv"]),
    (r"^The way out", ["exits.csv"]), (r"^The great divide|^Looking closer: ", ["traps.csv"]),
    (r"^The classes", ["classes.csv"]), (r"^The doors", ["elasticities.csv"]),
    # How a chain was made of moves is told of files of other results.
    (r"^What this is not", None),
    (r": the (most|least) .*, after \d+ quarters", ["finalists.csv", "mixes.csv", "run.json"]),
    (r"^The last mixes", ["finalists.csv", "mixes.csv"]), (r"^What money buys", ["portfolio_frontier.csv", "mixes.csv"]),
    (r"^What is recommended", ["finalists.csv", "mixes.csv"]),
    # What the search knew at each of its steps is told of numbers that it does not keep.
    (r"^How far the search", None),
    (r"at the end; \d+ points", ["tornado.csv", "indices.csv", "elementary_effects.csv"]),
    (r" at the end, ", ["summary.csv", "design.csv"]),
]


def terminal(text):
    """What stands on the terminal, with its tables: paragraphs, and rows of tables with their heading and columns.

    A cell that is left empty because the one above it says the same is filled in.
    """
    files, heading, spans, columns, above, paragraph = [], "", [], "", [], []
    lines = text.splitlines()
    for line, following in zip(lines + [""], lines[1:] + ["", ""]):
        section = next((entry for entry in SECTIONS if re.search(entry[0], line)), None)
        isRule = bool(line.strip()) and set(line) <= {"-", " "}
        isRow = bool(spans) and bool(line.strip()) and re.search(r"\S {2,}\S", line) and not isRule
        isText = bool(line.strip()) and not (section is not None or isRule or isRow or line.startswith(" "))
        isHead = bool(following.strip()) and set(following) <= {"-", " "}
        if paragraph and (not isText or isHead):
            yield " ".join(paragraph), files, ""
            paragraph = []
        if section is not None:
            files, spans = section[1], []
            heading = (heading if line.startswith("Totals") else "") + " " + line
            yield line, files, ""
        elif isHead:
            columns, spans, above = line, [match.span() for match in re.finditer("-+", following)], []
        elif isRow:
            ends = [start for start, _ in spans[1:]] + [None]
            cells = [line[start:end].strip() for (start, _), end in zip(spans, ends)]
            first = next((index for index, cell in enumerate(cells) if cell), 0)
            above = (above[:first] if above else []) + cells[first:] if first else cells
            isOfAll = heading.lstrip().startswith("The traps of")
            yield "  ".join(cells), files, f"{'' if isOfAll else heading} {columns} {' '.join(above[:first])}"
        elif isText and not line.startswith(("Results: ", "Time: ", "Report: ", "warning: ")):
            paragraph.append(line)
            spans = [] if not isRow else spans
        elif line.strip() and not isRule and not line.startswith(("Results: ", "Time: ", "Report: ")):
            yield line.strip(), files, heading


def sentences(arguments, record):
    """Where something stands, what it says, the tables behind it, and what else says what it is of."""
    if arguments.page:
        # What is said of files is told of what they hold, not of results.
        ofFiles = {warning["text"].lower() for warning in record["warnings"] if warning["kind"] in ("file", "confounded")}
        for sentence in Page(pathlib.Path(arguments.page).read_text()).sentences:
            if sentence[0] != "caution" or sentence[1].lower().rstrip(".") not in ofFiles:
                yield sentence
    if arguments.terminal:
        for line, files, context in terminal(pathlib.Path(arguments.terminal).read_text()):
            if files is not None:
                yield "terminal", line, files, context


def changed(table):
    """A table in which every number that is no key is another."""
    rows = [{column: value if column in table.keys or math.isnan(number(value))
             else str(number(value) * (1.37 + 0.29 * (index % 3)) + 0.41)
             for column, value in row.items()} for index, row in enumerate(table.rows)]
    return Table(table.name, rows, table.keys)


def is_noticed(results, name, told):
    """Whether a sentence no longer agrees with a table in which every number is another."""
    original, results.tables[name] = results.tables[name], changed(results.tables[name])
    reader = Reader(results)
    found = any(reader.read(*sentence) for sentence in told if name in sentence[2])
    results.tables[name] = original
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--page")
    parser.add_argument("--terminal")
    parser.add_argument("--prove", action="store_true")
    arguments = parser.parse_args()
    results = Results(arguments.results)
    told = list(sentences(arguments, results.record))
    reader = Reader(results)
    found = [fault for sentence in told for fault in reader.read(*sentence)]
    print(f"{reader.count} numbers, found in {', '.join(sorted(reader.used))}; {reader.judged} verdicts", file=sys.stderr)
    if arguments.prove and not found:
        found = [f"a change of {name} is not noticed" for name in sorted(reader.used) if not is_noticed(results, name, told)]
    print("\n".join(found))
    sys.exit(min(len(found), 100))


main()
