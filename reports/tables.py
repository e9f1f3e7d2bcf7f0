"""Lays out the results of a block as rows: the one source of the printed table, the open data and the public page."""

from collections import Counter
from dataclasses import dataclass, replace

from instruments.index import Block, Node
from reports.facts import NO_FIGURE, Facts, Figure, UnitName, facts_of
from reports.numbers import NOTHING
from reports.wording import count, interval, label, number, rank_phrase, rank_set, state_phrase, text
from scoring.run import Run
from scoring.weights import applicable_items

_ORDER_OF_STATES = {"ranked": 0, "reported": 1, "suppressed": 2, "withheld": 3}
_STATES_WITH_FIGURES = frozenset({"ranked", "reported"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the printed table."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Component:
    """A column of the table of components; `items` counts the questions that rate units of this block in it."""

    node: str
    label: str
    items: int

    @property
    def applicable(self) -> bool:
        """Whether units of this block are rated in it at all."""
        return self.items > 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with its interval on the published scale; None where nothing is printed."""

    estimate: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit: raw values first, then the texts a table shows."""

    unit: str
    name: str
    short_name: str
    sort_key: str
    block_label: str
    state: str
    reason: str | None
    estimate: float | None
    lower: float | None
    upper: float | None
    rank: int | None
    tied: bool
    rank_of: int | None
    rank_lower: int | None
    rank_upper: int | None
    tier: str | None
    n: int | None
    beside: Cell | None
    components: tuple[Cell, ...]
    rank_text: str
    score_text: str
    interval_text: str
    rank_set_text: str
    tier_text: str
    n_text: str
    phrase: str


@dataclass(frozen=True, slots=True)
class BlockTable:
    """All units of a block: ranked by rank, then the others in Vietnamese order."""

    block: str
    title: str
    language: str
    ranked: bool
    measure: str
    definition: str
    beside_label: str | None
    items: int
    scale: tuple[float, float]
    rows: tuple[UnitRow, ...]
    columns: tuple[Column, ...]
    components: tuple[Component, ...]
    mean: Cell | None
    """The block's mean; none where fewer than two units are printed."""
    component_means: tuple[Cell, ...]
    tiers: tuple[tuple[float, str], ...]
    simulated: bool

    @property
    def ranked_rows(self) -> tuple[UnitRow, ...]:
        """The units that carry a rank."""
        return tuple(row for row in self.rows if row.rank is not None)

    @property
    def printed_rows(self) -> tuple[UnitRow, ...]:
        """The units whose figure is printed, ranked or not."""
        return tuple(row for row in self.rows if row.estimate is not None)


def block_table(run: Run, block: str, language: str = "vi") -> BlockTable:
    """The table of one block of a run; KeyError where the instrument has no such block."""
    return table_of(facts_of(run), block, language)


def table_of(facts: Facts, block: str, language: str) -> BlockTable:
    """The same from facts already read, for documents of many tables."""
    index, definition = facts.index, index_block(facts, block)
    beside = index.beside[0] if index.beside else None
    components = components_of(facts, definition, language)
    rows = _rows(facts, definition, components, language)
    # A unit alone in print would be compared with itself.
    has_mean = sum(row.estimate is not None for row in rows) > 1
    means = [facts.figure(block, "", node) if has_mean else None for node in (index.code, *_nodes(components))]
    return BlockTable(
        block=block,
        title=label(definition.label, language),
        language=language,
        ranked=definition.ranked,
        measure=label(index.definition_label[index.official], language),
        definition=index.official,
        beside_label=label(index.definition_label[beside], language) if beside else None,
        items=len(items_of(facts, definition, index.code)),
        scale=(0.0, 100.0),
        rows=rows,
        columns=_columns(facts, language),
        components=components,
        mean=_cell(means[0]),
        component_means=tuple(_cell(mean) or _EMPTY for mean in means[1:]),
        tiers=tuple((tier.at_least, label(tier.label, language)) for tier in index.tiers),
        simulated=facts.wave.simulated,
    )


def index_block(facts: Facts, block: str) -> Block:
    """The instrument's block of that code; KeyError where there is none."""
    return facts.index.block(block)


def items_of(facts: Facts, block: Block, node: str) -> tuple[str, ...]:
    """The items at or below a node that rate units of the block: those of its roles, and those of no role."""
    counted = applicable_items(facts.instrument, block.code)
    return tuple(code for code in facts.index.items_below(node) if code in counted)


def components_of(facts: Facts, block: Block, language: str) -> tuple[Component, ...]:
    """The components of the index in the instrument's order, also those that rate no unit of the block."""
    return tuple(
        Component(node.code, label(node.label, language), len(items_of(facts, block, node.code)))
        for node in _components(facts)
    )


def _nodes(components: tuple[Component, ...]) -> tuple[str, ...]:
    return tuple(part.node for part in components)


def _components(facts: Facts) -> tuple[Node, ...]:
    return tuple(node for node in facts.index.nodes if node.kind == "component")


_EMPTY = Cell(None, None, None)


def _cell(figure: Figure | None) -> Cell | None:
    return None if figure is None else Cell(figure.estimate, figure.lower, figure.upper)


def _columns(facts: Facts, language: str) -> tuple[Column, ...]:
    measure = label(facts.index.definition_label[facts.official], language)
    keys = ("rank", "unit", "score", "interval", "rank_set", "tier", "n")
    return tuple(Column(key, measure if key == "score" else text(f"column_{key}", language)) for key in keys)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every row of one table is made with."""

    facts: Facts
    block: Block
    components: tuple[Component, ...]
    language: str
    holders: Counter[int | None]

    def figure(self, unit: UnitName) -> Figure:
        return self.facts.figure(self.block.code, unit.code, self.facts.index.code) or NO_FIGURE


def _rows(facts: Facts, block: Block, components: tuple[Component, ...], language: str) -> tuple[UnitRow, ...]:
    units = facts.units_of(block.code)
    ranks = (facts.figure(block.code, unit.code, facts.index.code) for unit in units)
    desk = _Desk(facts, block, components, language, Counter(figure.rank for figure in ranks if figure))
    return tuple(sorted((_row(desk, unit) for unit in units), key=_place))


def _place(row: UnitRow) -> tuple[int, int, str, str]:
    return (_ORDER_OF_STATES[row.state], row.rank or 0, row.sort_key, row.unit)


def _row(desk: _Desk, unit: UnitName) -> UnitRow:
    figure, language = desk.figure(unit), desk.language
    tied = figure.rank is not None and desk.holders[figure.rank] > 1
    bare = UnitRow(
        unit=unit.code,
        name=unit.name(language),
        short_name=unit.short_name if language == "vi" else unit.name(language),
        sort_key=unit.sort_key,
        block_label=label(desk.block.label, language),
        state=figure.state or "reported",
        reason=figure.reason,
        estimate=figure.estimate,
        lower=figure.lower,
        upper=figure.upper,
        rank=figure.rank,
        tied=tied,
        rank_of=figure.rank_of,
        rank_lower=figure.rank_lower,
        rank_upper=figure.rank_upper,
        tier=figure.tier,
        n=figure.n,
        beside=_beside(desk, unit),
        components=_components_of(desk, unit),
        rank_text=NOTHING if figure.rank is None else f"{figure.rank}{'=' if tied else ''}",
        score_text=number(figure.estimate, 2, language),
        interval_text=interval(figure.lower, figure.upper, language),
        rank_set_text=rank_set(figure.rank_lower, figure.rank_upper),
        tier_text=_tier(desk, figure),
        n_text=_n_text(desk, figure),
        phrase="",
    )
    return replace(bare, phrase=_phrase(desk, bare))


def _phrase(desk: _Desk, row: UnitRow) -> str:
    if not desk.block.ranked and row.state in _STATES_WITH_FIGURES:
        return text("reported_unranked_block", desk.language)
    return rank_phrase(row, desk.language) or state_phrase(row, desk.facts.index.minimum, desk.language)


def _n_text(desk: _Desk, figure: Figure) -> str:
    """Ratings of a suppressed unit are printed as under the minimum, never as a number."""
    if figure.state == "suppressed":
        return f"<{desk.facts.index.minimum.printed}"
    return count(figure.n, desk.language)


def _tier(desk: _Desk, figure: Figure) -> str:
    labels = {tier.code: label(tier.label, desk.language) for tier in desk.facts.index.tiers}
    return labels.get(figure.tier or "", NOTHING)


def _beside(desk: _Desk, unit: UnitName) -> Cell | None:
    index = desk.facts.index
    if not index.beside:
        return None
    return _cell(desk.facts.figure(desk.block.code, unit.code, index.code, index.beside[0]))


def _components_of(desk: _Desk, unit: UnitName) -> tuple[Cell, ...]:
    return tuple(
        _cell(desk.facts.figure(desk.block.code, unit.code, part.node)) or _EMPTY if part.applicable else _EMPTY
        for part in desk.components
    )
