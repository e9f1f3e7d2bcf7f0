"""The parts of an index as columns: its components, and the figures beside it, each with what is counted there."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from instruments.index import Block, Range
from reports.facts import Facts, Figure
from reports.scales import end
from reports.wording import inside, label, listed, percent, text
from scoring.weights import applicable_items

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Component:
    """A column of the table of components; `items` counts what rates units of this block in it."""

    node: str
    label: str
    items: int
    mixed: bool = False
    """Whether answers and figures brought in meet in it; its interval then speaks of the answers alone."""
    hard: bool = False
    """Whether it rests on figures brought in alone."""

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
    most: float | None = None
    """The most points that apply, of a node published in points; None where its kind has a scale."""

    applies: bool = True
    """False where the unit alone is left out of what its block is rated in."""

    floored: bool = False
    """The floor stands in the place of a lower figure."""
    opinion: tuple[float, float] | None = None
    """Of a unit without a figure for want of opinions: the share that holds one, and the share needed."""

    def scale(self, otherwise: Range) -> Range:
        """Lowest and highest score of the figure; that of its kind where it is not in points."""
        return (0.0, self.most) if self.most else otherwise

    def on(self, scale: Range) -> "Cell":
        """Points as the part of their most, on a scale that figures of other maxima share; other figures stay."""
        if not self.most:
            return self
        low, width = scale[0], (scale[1] - scale[0]) / self.most
        estimate, lower, upper = (
            None if one is None else low + width * one for one in (self.estimate, self.lower, self.upper)
        )
        return Cell(estimate, lower, upper)


EMPTY = Cell(None, None, None)
NOT_APPLICABLE = Cell(None, None, None, applies=False)


def cell(figure: Figure | None, *, in_points: bool = False) -> Cell | None:
    """The figure as a cell, if there is one; `in_points`: it has a most of its own."""
    if figure is None:
        return None
    most = figure.scale_max if in_points else None
    return Cell(figure.estimate, figure.lower, figure.upper, most, floored=bool(figure.floored))


def cells_of(facts: Facts, block: str, unit: str, parts: tuple[Component, ...]) -> tuple[Cell, ...]:
    """What a unit has in each of these parts; unit "" is the block itself."""
    return tuple(_cell_of(facts, block, unit, part) for part in parts)


def _cell_of(facts: Facts, block: str, unit: str, part: Component) -> Cell:
    """A run has a row of whatever applies to a unit, with a figure or without."""
    if unit and not part.applicable:
        return EMPTY
    return node_cell(facts, block, unit, part.node) or (NOT_APPLICABLE if unit else EMPTY)


def node_cell(facts: Facts, block: str, unit: str, node: str) -> Cell | None:
    """What a unit has in a node, or how many hold an opinion on it; None where the run has no row of it."""
    figure, needed = facts.figure(block, unit, node), facts.index.node(node).opinion
    known = cell(figure, in_points=facts.index.is_in_points(node))
    if figure and known and needed and figure.reason == "few_opinions" and figure.opinion is not None:
        return replace(known, opinion=(figure.opinion, needed))
    return known


def remark(shown: Cell, language: str) -> str:
    """What is said beside a figure at its floor, or in the place of one that too few hold an opinion on."""
    if shown.floored:
        return text("floored", language)
    if shown.opinion is None:
        return ""
    held, needed = (_HUNDRED * share for share in shown.opinion)
    # As few decimals as keep the one below the other.
    decimals = next((few for few in (0, 1) if round(held, few) < needed), 2)
    return text("opinion_held", language, held=percent(held, language, decimals), needed=f"{end(needed, language)}%")


def items_of(facts: Facts, block: Block, node: str) -> tuple[str, ...]:
    """The codes counted at or below a node that rate units of the block: those of its roles, and those of no role."""
    below = facts.index.items_below(node)
    counted = applicable_items(facts.instrument, block.code, below)
    return tuple(code for code in below if code in counted)


def components_of(facts: Facts, block: Block, language: str) -> tuple[Component, ...]:
    """The components of the index in the instrument's order, also those that rate no unit of the block."""
    return _parts(facts, block, language, "component")


def modules_of(facts: Facts, block: Block, language: str) -> tuple[Component, ...]:
    """The figures beside the index that rate units of the block."""
    return tuple(part for part in _parts(facts, block, language, "module") if part.applicable)


def _parts(facts: Facts, block: Block, language: str, kind: str) -> tuple[Component, ...]:
    return tuple(
        Component(
            node.code,
            label(node.label, language),
            len(items_of(facts, block, node.code)),
            is_mixed(facts, node.code),
            is_hard(facts, node.code),
        )
        for node in facts.index.nodes
        if node.kind == kind
    )


def is_mixed(facts: Facts, node: str) -> bool:
    """Whether answers and figures brought in meet below a node."""
    return len(_sources(facts, node)) > 1


def is_hard(facts: Facts, node: str) -> bool:
    """Whether a node rests on figures brought in alone."""
    return _sources(facts, node) == {False}


def _sources(facts: Facts, node: str) -> set[bool]:
    """True for answers, False for figures brought in."""
    return {one.is_soft if (one := facts.index.indicator(code)) else True for code in facts.index.items_below(node)}


def mixed_note(parts: Iterable[Component], language: str) -> str:
    """Of which of these the interval holds the error of the survey alone; empty where of none."""
    return _note("mixed_note", [part for part in parts if part.mixed], language)


def hard_note(facts: Facts, parts: Iterable[Component], language: str) -> str:
    """Which of these have no error of the survey at all; empty where none."""
    return _note("hard_note", [part for part in parts if is_hard(facts, part.node)], language)


def _note(key: str, parts: list[Component], language: str) -> str:
    names = listed([inside(part.label) for part in parts], "and", language)
    return text(key, language, names=names) if parts else ""
