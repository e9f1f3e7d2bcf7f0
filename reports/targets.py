"""Says how a unit stands to each target: what was to be reached, what was, and whether that is certain."""

from dataclasses import dataclass
from datetime import date
from math import isnan
from types import MappingProxyType

from reports.facts import Facts
from reports.labels import indicator_of, name_of
from reports.scales import end, natural, natural_end
from reports.tables import BlockTable, UnitRow
from reports.wording import day, interval, label, number, percent, text
from scoring.run.targets import Judged

_OPERATORS = MappingProxyType({">": "over", ">=": "from", "<": "under", "<=": "most"})


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target of a unit in words."""

    judged: Judged
    name: str
    aim: str
    """What was to be reached, by which paper and when."""
    figure: str
    verdict: str


def target_lines(facts: Facts, table: BlockTable, row: UnitRow) -> tuple[TargetLine, ...]:
    """The targets of a unit whose figures are printed, in the order of the instrument."""
    return tuple(_line(facts, one, table.language) for one in facts.targets.get((table.block, row.unit), ()))


def targets_of(facts: Facts, table: BlockTable) -> tuple[tuple[UnitRow, tuple[TargetLine, ...]], ...]:
    """The units of a block that are judged by a target, in the order of the block."""
    return tuple((row, lines) for row in table.rows if (lines := target_lines(facts, table, row)))


def _line(facts: Facts, one: Judged, language: str) -> TargetLine:
    target = one.target
    aim = text(f"target_{_OPERATORS[target.operator]}", language, value=_aim(facts, one, language))
    paper = ", ".join(filter(None, (target.source, _due(target.due, language))))
    return TargetLine(
        judged=one,
        name=_name(facts, target.node, language),
        aim=f"{aim} ({paper})",
        figure=_figure(facts, one, language),
        verdict=text(f"target_{one.verdict}", language),
    )


def _due(due: str | None, language: str) -> str | None:
    """By when, as a day is printed where it is one."""
    try:
        return day(date.fromisoformat(due), language) if due else None
    except ValueError:
        return due


def _name(facts: Facts, code: str, language: str) -> str:
    labels = {node.code: label(node.label, language) for node in facts.index.nodes}
    return labels.get(code) or name_of(facts.instrument, code, language)


def _aim(facts: Facts, one: Judged, language: str) -> str:
    value, indicator = one.target.value, indicator_of(facts.instrument, one.target.node)
    if one.target.unit == "natural" and indicator:
        return natural_end(facts.index, indicator, value, language)
    words = end(value, language)
    return f"{words}%" if one.target.unit == "percent" else text("in_points", language, number=words)


def _figure(facts: Facts, one: Judged, language: str) -> str:
    """The figure with its interval where it has one."""
    figure = None if isnan(one.figure) else one.figure
    indicator = indicator_of(facts.instrument, one.target.node)
    if one.target.unit == "natural" and indicator:
        return natural(facts.index, indicator, figure, language)
    words = percent(figure, language, 1) if one.target.unit == "percent" else number(figure, 2, language)
    return words if not one.lower < one.upper else f"{words} ({interval(one.lower, one.upper, language)})"
