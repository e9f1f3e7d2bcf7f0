"""What a scorecard knows of each counted code: the unit's figure, the block's, and the answers behind it."""

from dataclasses import dataclass

from instruments.index import Range
from instruments.indicator import Indicator
from instruments.model import Item
from reports.facts import Facts, Figure, private_codes
from reports.labels import indicator_of, item_behind, name_of
from reports.parts import items_of
from reports.recoding import is_subtracted
from reports.scales import natural, natural_interval
from reports.tables import BlockTable, UnitRow
from reports.wording import count, number, text

FEW_CASES = 50
"""Under so many cases a hard share says what one of them changes."""
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One counted code: the unit's figure, how far it lies off the block's, and the shares of its answers."""

    code: str
    name: str
    item: Item | None
    """None for a figure brought in."""
    scale: Range
    figure: Figure | None
    raw: Figure | None
    mean: float | None
    difference: float | None
    shares: tuple[float, ...]
    private: bool
    compared: bool
    """Whether it may be named among the best or the weakest: it is part of the index, and high is good."""


def item_lines(facts: Facts, table: BlockTable, row: UnitRow) -> tuple[ItemLine, ...]:
    """What the index counts of units of the block, in the order of the index; points beyond its maximum last.

    What stands on the unit's own scorecard only is there where the facts hold it.
    """
    index, block = facts.index, facts.index.block(table.block)
    modules = [code for part in table.modules for code in items_of(facts, block, part.node)]
    codes = dict.fromkeys((*items_of(facts, block, index.code), *modules, *index.bonus, *index.penalty))
    hidden = () if facts.own else private_codes(index)
    return tuple(_line_of(facts, table, row, code) for code in codes if code not in hidden)


def _line_of(facts: Facts, table: BlockTable, row: UnitRow, code: str) -> ItemLine:
    figure, mean = facts.figure(table.block, row.unit, code), facts.figure(table.block, "", code)
    mean = mean if table.mean else None
    known = figure and mean and figure.estimate is not None and mean.estimate is not None
    return ItemLine(
        code=code,
        name=_name(facts, table, row, code),
        item=item_behind(facts.instrument, code),
        scale=facts.index.scale_of("indicator"),
        figure=figure if figure and figure.estimate is not None else None,
        raw=facts.raw_figure(table.block, row.unit, code),
        mean=mean.estimate if mean else None,
        difference=(figure.estimate or 0) - (mean.estimate or 0) if known and figure and mean else None,
        shares=_shares(facts, table, row, code),
        private=code in private_codes(facts.index),
        compared=_is_compared(facts, code),
    )


def _name(facts: Facts, table: BlockTable, row: UnitRow, code: str) -> str:
    """The name with the unit in it; where less is better the name says so, since its score is turned round."""
    name = name_of(facts.instrument, code, table.language, row.short_name)
    indicator = indicator_of(facts.instrument, code)
    if is_subtracted(facts.index, code):
        return text("card_subtracted", table.language, name=name)
    turned = indicator is not None and indicator.direction == -1
    return text("card_reversed", table.language, name=name) if turned else name


def raw_text(facts: Facts, one: ItemLine, unit: str, language: str) -> str:
    """The raw figure in its natural unit: of answers with its interval, of records with what was counted."""
    indicator = indicator_of(facts.instrument, one.code)
    if indicator is None:
        return ""
    return (
        _of_records(facts, indicator, unit, language)
        if one.item is None
        else _of_answers(facts, one, indicator, language)
    )


def _of_answers(facts: Facts, one: ItemLine, indicator: Indicator, language: str) -> str:
    raw = one.raw
    if raw is None or raw.estimate is None:
        return ""
    limits = natural_interval(facts.index, indicator, raw.lower, raw.upper, language)
    return f"{natural(facts.index, indicator, raw.estimate, language)} ({limits})"


def _of_records(facts: Facts, indicator: Indicator, unit: str, language: str) -> str:
    if (unit, indicator.code) in facts.assessed:
        return _of_appraisal(facts, indicator, unit, language)
    brought = facts.brought.get((unit, indicator.code))
    if brought is None or brought.value is None:
        return text("card_no_hard", language)
    value = natural(facts.index, indicator, brought.value, language)
    if brought.numerator is None or brought.denominator is None:
        return value
    over, under = count(brought.numerator, language), count(brought.denominator, language)
    words = text("card_ratio", language, value=value, over=over, under=under)
    if not 0 < brought.denominator < FEW_CASES:
        return words
    # A hard figure has no interval, but one case decides much where there are few (statistics, section 6).
    points = f"±{number(_PERCENT / brought.denominator, 1, language)}"
    return text("card_one_case", language, value=words, points=text("points_of_percent", language, number=points))


def _of_appraisal(facts: Facts, indicator: Indicator, unit: str, language: str) -> str:
    """What the unit gave itself beside what was found, why they differ, and what shows it."""
    told = facts.assessed[unit, indicator.code]
    if told.not_applicable:
        return text("card_left_out", language, reason=told.reason or "")
    found = text("card_not_appraised", language) if told.found is None else number(told.found, 2, language)
    words = text("card_assessed", language, own=number(told.own, 2, language), found=found)
    words = text("card_reason", language, words=words, reason=told.reason) if told.reason else words
    evidence = told.evidence.words(language)
    return text("card_evidence", language, words=words, evidence=evidence) if evidence else words


def _is_compared(facts: Facts, code: str) -> bool:
    index = facts.index
    return code in index.items_below(index.code) and code not in private_codes(index) and not is_subtracted(index, code)


def _shares(facts: Facts, table: BlockTable, row: UnitRow, code: str) -> tuple[float, ...]:
    item = item_behind(facts.instrument, code)
    given = facts.distributions.get((table.block, row.unit, item.code), {}) if item else {}
    options = facts.instrument.options_of(item) if item and given else ()
    return tuple(given.get(option.code, 0.0) for option in options)
