"""Lays out the results of a block as rows: the one source of the printed table, the open data and the public page."""

from collections import Counter
from dataclasses import dataclass, replace

from instruments.index import Block, Definition, Range, Tier
from reports.facts import NO_FIGURE, Facts, Figure, UnitName, facts_of
from reports.numbers import NOTHING
from reports.parts import EMPTY, Cell, Component, cell, cells_of, components_of, items_of, modules_of
from reports.public_form import GROUPS, LISTED, GroupCode, PublicForm, ScoreClass
from reports.scales import Unit, measured, unit_of
from reports.wording import count, interval, label, named_figures, number, rank_phrase, rank_set, state_phrase, text
from scoring.run import Run

_ORDER_OF_STATES = {"ranked": 0, "reported": 1, LISTED: 1, "suppressed": 2, "withheld": 3}
_RANK_COLUMNS = frozenset({"rank", "rank_set", "tier"})
_STATES_WITH_FIGURES = frozenset({"ranked", "reported"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the printed table."""

    key: str
    label: str


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
    group: GroupCode | None
    """Where the form of publication puts units into groups."""
    n: int | None
    beside: Cell | None
    components: tuple[Cell, ...]
    modules: tuple[Cell, ...]
    rank_text: str
    score_text: str
    score_words: str
    """The score with what it is measured in."""
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
    definition: Definition
    beside_label: str | None
    items: int
    unit: Unit
    scale: Range
    reach: Range
    """The scale, longer where scores lie beyond its ends: what an axis may show."""
    component_scale: Range
    module_scale: Range
    rows: tuple[UnitRow, ...]
    columns: tuple[Column, ...]
    components: tuple[Component, ...]
    mean: Cell | None
    """The block's mean; none where fewer than two units are printed."""
    component_means: tuple[Cell, ...]
    modules: tuple[Component, ...]
    """Figures beside the index, which make no rank."""
    module_means: tuple[Cell, ...]
    tiers: tuple[tuple[Tier, str], ...]
    """The classes of results with their names, from the highest down."""
    simulated: bool
    form: PublicForm
    spread: tuple[ScoreClass, ...]
    """How many units lie in each class of scores, where the form of publication gives that alone."""

    def worded(self, key: str) -> str:
        """The key of a sentence that speaks of what is counted: questions, or indicators."""
        return f"{key}_indicators" if self.definition == "indicators" else key

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns of a table of units: those of ranks where the block is ranked, tiers where there are some."""
        kept = self.columns if self.ranked else tuple(one for one in self.columns if one.key not in _RANK_COLUMNS)
        return kept if self.tiers else tuple(one for one in kept if one.key != "tier")

    @property
    def ranked_rows(self) -> tuple[UnitRow, ...]:
        """The units that carry a rank."""
        return tuple(row for row in self.rows if row.rank is not None)

    @property
    def printed_rows(self) -> tuple[UnitRow, ...]:
        """The units whose figure is printed, ranked or not."""
        return tuple(row for row in self.rows if row.estimate is not None)

    @property
    def counted_rows(self) -> tuple[UnitRow, ...]:
        """The units whose ratings may be added up: those in print, and those that a form of publication only lists."""
        return tuple(row for row in self.rows if row.estimate is not None or row.state == LISTED)

    @property
    def has_index(self) -> bool:
        """Whether the index counts anything of the block; if not, it has figures beside the index alone."""
        return self.items > 0

    @property
    def rows_beside(self) -> tuple[UnitRow, ...]:
        """The units whose figures beside the index are printed."""
        return self.printed_rows if self.has_index else _with_modules(self.rows)


def block_table(run: Run, block: str, language: str = "vi") -> BlockTable:
    """The table of one block of a run; KeyError where the instrument has no such block."""
    return table_of(facts_of(run), block, language)


def table_of(facts: Facts, block: str, language: str) -> BlockTable:
    """The same from facts already read, for documents of many tables."""
    index, definition = facts.index, facts.index.block(block)
    beside = index.beside[0] if index.beside else None
    components, modules = components_of(facts, definition, language), modules_of(facts, definition, language)
    rows = _rows(_Desk(facts, definition, components, modules, language))
    # A unit alone in print would be compared with itself.
    has_mean = facts.shaped.form.names_only or sum(row.estimate is not None for row in rows) > 1
    items = len(items_of(facts, definition, index.code))
    return BlockTable(
        block=block,
        title=label(definition.label, language),
        language=language,
        ranked=definition.ranked,
        measure=label(index.definition_label[index.official], language),
        definition=index.official,
        beside_label=label(index.definition_label[beside], language) if beside else None,
        items=items,
        unit=unit_of(index),
        scale=index.scale_of("index"),
        reach=_reach(facts, rows),
        component_scale=index.scale_of("component"),
        module_scale=index.scale_of("module"),
        rows=rows,
        columns=_columns(facts, language),
        components=components,
        mean=cell(facts.figure(block, "", index.code)) if has_mean else None,
        component_means=_means(facts, block, components, has_mean=has_mean),
        modules=modules,
        module_means=_means(facts, block, modules, has_mean=has_mean if items else len(_with_modules(rows)) > 1),
        tiers=tuple((tier, label(tier.label, language)) for tier in index.tiers),
        simulated=facts.wave.simulated,
        form=facts.shaped.form,
        spread=facts.shaped.spreads.get(block, ()),
    )


def _reach(facts: Facts, rows: tuple[UnitRow, ...]) -> Range:
    """The scale of the index, longer where scores lie beyond it: by points added or taken, or past a goalpost."""
    low, high = facts.index.scale_of("index")
    scores = [row.estimate for row in rows if row.estimate is not None]
    return min([low, *scores]), max([high, *scores])


def _with_modules(rows: tuple[UnitRow, ...]) -> tuple[UnitRow, ...]:
    return tuple(row for row in rows if any(cell.estimate is not None for cell in row.modules))


def _means(facts: Facts, block: str, parts: tuple[Component, ...], *, has_mean: bool) -> tuple[Cell, ...]:
    return cells_of(facts, block, "", parts) if has_mean else (EMPTY,) * len(parts)


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
    modules: tuple[Component, ...]
    language: str

    def figure(self, unit: UnitName) -> Figure:
        return self.facts.figure(self.block.code, unit.code, self.facts.index.code) or NO_FIGURE


def _rows(desk: _Desk) -> tuple[UnitRow, ...]:
    units = desk.facts.units_of(desk.block.code)
    holders = Counter(desk.figure(unit).rank for unit in units)
    return tuple(sorted((_row(desk, unit, holders) for unit in units), key=_place))


def _place(row: UnitRow) -> tuple[int, int, str, str]:
    within = GROUPS.index(row.group) if row.group else len(GROUPS) if row.state == LISTED else row.rank or 0
    return (_ORDER_OF_STATES[row.state], within, row.sort_key, row.unit)


def _row(desk: _Desk, unit: UnitName, holders: Counter[int | None]) -> UnitRow:
    figure, language = desk.figure(unit), desk.language
    group = desk.facts.shaped.groups.get((desk.block.code, unit.code))
    tied = figure.rank is not None and holders[figure.rank] > 1
    bare = UnitRow(
        unit=unit.code,
        name=unit.name(language),
        short_name=unit.short_name if language == "vi" else unit.name(language),
        sort_key=unit.sort_key,
        block_label=label(desk.block.label, language),
        state=figure.state or "reported",
        reason=named_figures(desk.facts.index, figure.reason, desk.language),
        estimate=figure.estimate,
        lower=figure.lower,
        upper=figure.upper,
        rank=figure.rank,
        tied=tied,
        rank_of=figure.rank_of,
        rank_lower=figure.rank_lower,
        rank_upper=figure.rank_upper,
        tier=figure.tier,
        group=group.code if group else None,
        n=figure.n,
        beside=_beside(desk, unit),
        components=cells_of(desk.facts, desk.block.code, unit.code, desk.components),
        modules=cells_of(desk.facts, desk.block.code, unit.code, desk.modules),
        rank_text=NOTHING if figure.rank is None else f"{figure.rank}{'=' if tied else ''}",
        score_text=number(figure.estimate, 2, language),
        score_words=measured(figure.estimate, unit_of(desk.facts.index), language),
        interval_text=interval(figure.lower, figure.upper, language),
        rank_set_text=rank_set(figure.rank_lower, figure.rank_upper),
        tier_text=_tier(desk, figure),
        n_text=_n_text(desk, figure),
        phrase="",
    )
    return replace(bare, phrase=_phrase(desk, bare))


def _phrase(desk: _Desk, row: UnitRow) -> str:
    if row.state == LISTED:
        group = desk.facts.shaped.groups.get((desk.block.code, row.unit))
        size = str(group.size) if group else ""
        return text(f"listed_{row.group or 'unit'}", desk.language, count=size)
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
    return cell(desk.facts.figure(desk.block.code, unit.code, index.code, index.beside[0]))
