"""Takes out of the facts what a form of publication leaves out, before any document is made of them.

Every document and page is made of `Facts` alone: what is not there cannot come back through an order of rows, a sort
key, a component, a chart or a file of data.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import floor

from instruments.index import Range
from instruments.publication import PublicationForm
from reports.facts import NO_FIGURE, Brought, Facts, Figure
from reports.public_form import LISTED, Group, GroupCode, PublicForm, ScoreClass, Shaped

FEWEST_BEHIND_A_MEAN = 3
"""Fewer units than these would come back out of a mean of the block, its reliability, or a count of classes."""
_CLASSES = 20
"""Classes of a scale: 5 points each from 0 to 100."""
_PROVINCE = ""
_KEPT_STATES = ("suppressed", "withheld")

Place = tuple[str, str]
"""Block and unit."""


def shaped(facts: Facts, form: PublicForm) -> Facts:
    """The facts that a form of publication lets be known; those of `full` as they are.

    `top_k` keeps the units of the first ranks, ties included; of all other units, and in the other forms of every
    unit, nothing is left but name, state and number of ratings.
    """
    if form.kind == "full":
        return facts
    places = tuple((unit.block, unit.code) for unit in facts.units)
    hidden = frozenset(place for place in places if not _is_kept(_whole(facts, place), form))
    names, closed = {unit for _, unit in hidden}, _closed(facts, hidden)
    return replace(
        facts,
        figures={
            **{key: figure for key, figure in facts.figures.items() if _is_open(key[:2], hidden, closed)},
            **{(*place, facts.index.code, facts.official): _bare(_whole(facts, place)) for place in hidden},
        },
        raw={key: figure for key, figure in facts.raw.items() if _is_open(key[:2], hidden, closed)},
        brought={
            (unit, code): Brought(None, None, None) if unit in names else given
            for (unit, code), given in facts.brought.items()
        },
        assessed={key: one for key, one in facts.assessed.items() if key[0] not in names},
        reliability={key: one for key, one in facts.reliability.items() if key[0] not in closed},
        distributions={key: shares for key, shares in facts.distributions.items() if _is_open(key[:2], hidden, closed)},
        targets={place: one for place, one in facts.targets.items() if place not in hidden},
        shaped=Shaped(form, _groups(facts, form.kind), _spreads(facts, form.kind, closed)),
    )


def _whole(facts: Facts, place: Place) -> Figure:
    return facts.figure(*place, facts.index.code) or NO_FIGURE


def _is_kept(figure: Figure, form: PublicForm) -> bool:
    return form.kind == "top_k" and figure.rank is not None and figure.rank <= (form.first or 0)


def _closed(facts: Facts, hidden: frozenset[Place]) -> frozenset[str]:
    """The blocks in which so few figures are left out that they would come back out of the block's own."""
    many = Counter(block for block, unit in hidden if _whole(facts, (block, unit)).estimate is not None)
    few = {block for block, count in many.items() if count < FEWEST_BEHIND_A_MEAN}
    # The figure of the whole province less those of the other blocks is that of a closed one.
    return frozenset(few | {_PROVINCE}) if few else frozenset()


def _is_open(place: Place, hidden: frozenset[Place], closed: frozenset[str]) -> bool:
    block, unit = place
    return place not in hidden and (bool(unit) or block not in closed)


def _bare(figure: Figure) -> Figure:
    """Only that a unit was rated, by how many, and why nothing would be printed of it in any form."""
    state, reason = (figure.state, figure.reason) if figure.state in _KEPT_STATES else (LISTED, None)
    return replace(NO_FIGURE, state=state, reason=reason, n=figure.n, access_mix=figure.access_mix)


def _groups(facts: Facts, kind: PublicationForm) -> dict[Place, Group]:
    if kind != "bands":
        return {}
    codes = dict(_grouped(facts))
    sizes = Counter((block, code) for (block, _), code in codes.items())
    return {place: Group(code, sizes[place[0], code]) for place, code in codes.items()}


def _grouped(facts: Facts) -> Iterator[tuple[Place, GroupCode]]:
    """The ranked units by what their rank set holds: the first rank, the last, or neither; both: in the middle."""
    for unit in facts.units:
        place = (unit.block, unit.code)
        figure = _whole(facts, place)
        if figure.rank is not None:
            may_lead, may_be_last = figure.rank_lower == 1, figure.rank_upper == figure.rank_of
            yield place, "middle" if may_lead == may_be_last else "leading" if may_lead else "improving"


def _spreads(facts: Facts, kind: PublicationForm, closed: frozenset[str]) -> dict[str, tuple[ScoreClass, ...]]:
    if kind != "distribution":
        return {}
    scale = facts.index.scale_of("index")
    return {
        block.code: _spread(_scores(facts, block.code), scale)
        for block in facts.index.blocks
        if block.code not in closed
    }


def _scores(facts: Facts, block: str) -> list[float]:
    figures = (_whole(facts, (block, unit.code)) for unit in facts.units_of(block))
    return [figure.estimate for figure in figures if figure.estimate is not None]


def _spread(scores: list[float], scale: Range) -> tuple[ScoreClass, ...]:
    """The classes from that of the lowest score to that of the highest; the end of the scale is in the last one."""
    low, high = scale
    width = (high - low) / _CLASSES
    counted = Counter(floor((score - low) / width) - (score == high) for score in scores)
    return tuple(
        ScoreClass(low + width * place, low + width * (place + 1), counted[place])
        for place in (range(min(counted), max(counted) + 1) if counted else ())
    )
