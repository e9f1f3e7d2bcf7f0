"""The index of an instrument: what is counted, how it is put together, when it may be printed and ranked."""

from collections.abc import Set as AbstractSet
from typing import Literal

from pydantic import Field

from instruments.indicator import Bound, Indicator
from instruments.part import Code, Part, Text
from instruments.publication import FormOfPublication
from instruments.target import Target

Definition = Literal["top2_share", "mean_percent", "indicators"]
"""How an answer becomes a share: `top2_share` counts favourable answers, `mean_percent` takes answer / highest,
`indicators` says that each code has an indicator. A code with an indicator follows it under every definition."""
NodeKind = Literal["component", "content", "index", "module"]
Range = tuple[Bound, Bound]
FULL: Range = (0.0, 100.0)
"""The published scale where an index names none."""
SHARES = frozenset({"pct_top2", "pct_bottom2", "pct_codes"})
"""Recodes that give a share of those who answered."""
Access = Literal["invited", "interviewer", "kiosk", "open"]


Aggregation = Literal[
    "items_equal", "items_weighted", "nodes_equal", "nodes_weighted", "nodes_geometric", "sum_of_points", "difference"
]


class Node(Part):
    """A component, a content, the whole index, or a figure beside it: a mean over the items or nodes below it."""

    code: Code = Field(description="Letters, digits and single underscores, such as II_A.")
    kind: NodeKind = Field(description="Its level in the tree; `module`: a figure of its own beside the index.")
    label: Text = Field(description="Its name in tables.")
    items: tuple[Code, ...] = Field(default=(), description="Items counted here.")
    nodes: tuple[Code, ...] = Field(default=(), description="Nodes below this one.")
    aggregation: Aggregation = Field(
        default="items_equal",
        description="`items_equal`: the mean over every item below, whatever its component; `difference`: the first "
        "item less the mean of the others; `nodes_geometric`: the geometric mean of the nodes on their scale; "
        "`sum_of_points`: the points of the nodes added up, out of the most that applies to the unit.",
    )
    points: float | None = Field(
        default=None,
        gt=0,
        le=1_000_000,
        description="Its most points: it is published from 0 to this, such as 2.1 of 2.5 points.",
    )
    weights: tuple[float, ...] = Field(
        default=(),
        description="One a node below, for `nodes_weighted` and `nodes_geometric`; one an item, for `items_weighted`.",
    )
    blocks: tuple[str, ...] = Field(
        default=(), description="A `module` for units of these blocks alone; none: for every unit it applies to."
    )
    hard_share: float | None = Field(
        default=None,
        gt=0,
        lt=1,
        description="What hard indicators weigh together in `items_equal`; soft ones: the rest.",
    )
    missing: Literal["rescale", "refuse"] | None = Field(
        default=None, description="What happens where a part was not measured; none: what holds for the index."
    )
    opinion: float | None = Field(
        default=None,
        gt=0,
        le=1,
        description="In a unit where a smaller share of what was asked here got an answer (not blank, don't know or "
        "refused), the node has no figure.",
    )
    floor: float | None = Field(
        default=None,
        description="A unit's figure is never printed, nor counted in the nodes above, lower than this score, such as "
        "0 for what is left after guessing is taken off.",
    )


class Block(Part):
    """Units ranked together, and the roles they are judged in."""

    code: str = Field(pattern=r"^[a-z0-9-]{2,40}$", description="As in the register and in the list of a wave's units.")
    label: Text = Field(description="Its name above a ranking.")
    roles: tuple[Code, ...] = Field(min_length=1, description="Only items that rate these roles count here.")
    ranked: bool = Field(default=True, description="False: the units get a scorecard and no rank.")


class Tier(Part):
    """A class of results; it goes by the unrounded score, or by the rank in the block."""

    code: str = Field(description="Short and stable, such as xuat_sac.")
    label: Text = Field(description="Its name in print.")
    at_least: float | None = Field(default=None, description="Lowest score of the tier, on the published scale.")
    top: float | None = Field(
        default=None,
        gt=0,
        le=1,
        description="Instead of a score: the part of a block's ranked units, counted from the first, that is in this "
        "tier or a higher one.",
    )


class Minimum(Part):
    """Counts fixed before results are seen, which decide the state of a unit."""

    printed: int = Field(default=10, ge=5, description="Fewer usable ratings: suppressed.")
    ranked: int = Field(default=30, ge=0, le=1_000_000, description="Usable ratings needed for a rank.")
    effective: float = Field(default=20, ge=0, le=1_000_000, description="Kish effective number needed for a rank.")
    frame_share: float = Field(
        default=0.6, gt=0, le=1, description="With fewer ratings, this share of the frame gives a rank."
    )
    clusters: int = Field(default=4, ge=0, le=1_000_000, description="Clusters a unit needs in a clustered design.")
    measured: int = Field(default=10, ge=0, le=1_000_000, description="Answers an item needs in a unit to be measured.")


class Missing(Part):
    """What happens to a component of which a part was not measured."""

    policy: Literal["rescale", "refuse"] = Field(
        default="rescale", description="`rescale`: the parts measured stand for the whole; `refuse`: no figure."
    )
    by: Literal["weight", "count"] = Field(default="weight", description="How the measured parts are added up.")
    at_least: float = Field(default=2 / 3, gt=0, le=1, description="Share that must be measured to rescale.")


class Index(Part):
    """From answers to a figure per unit."""

    code: Code = Field(description="Code of the node that stands for the whole index.")
    label: Text = Field(description="The name of the whole index.")
    official: Definition = Field(description="The definition that ranks: `top2_share`, `mean_percent` or `indicators`.")
    unit: Literal["percent", "points"] | None = Field(
        default=None, description="What scores are printed in; none: percent."
    )
    scales: dict[Literal["indicator", "component", "content", "index", "module"], Range] = Field(
        default={}, description="The published scale of each kind of figure, lowest and highest; others: 0 to 100."
    )
    indicators: tuple[Indicator, ...] = Field(
        default=(), description="How each code that nodes count is made, for the definition `indicators`."
    )
    bonus: tuple[Code, ...] = Field(
        default=(), description="Indicators of kind `value` added to the score of the index, in its points."
    )
    penalty: tuple[Code, ...] = Field(
        default=(), description="Indicators of kind `value` taken from the score of the index, in its points."
    )
    beside: tuple[Definition, ...] = Field(default=(), description="Definitions reported next to the official one.")
    definition_label: dict[Definition, Text] = Field(description="How each definition is called in print.")
    nodes: tuple[Node, ...] = Field(min_length=1, description="The tree of what is counted.")
    blocks: tuple[Block, ...] = Field(min_length=1, description="Units ranked together.")
    tiers: tuple[Tier, ...] = Field(default=(), description="Classes of results, from the highest down.")
    targets: tuple[Target, ...] = Field(default=(), description="What figures should reach, by paper and date.")
    minimum: Minimum = Field(default=Minimum(), description="Counts that decide whether a unit is printed and ranked.")
    usable: float = Field(default=0.8, gt=0, le=1, description="Share of asked scored items a usable rating answers.")
    missing: Missing = Field(default=Missing(), description="What happens where a part was not measured.")
    access: tuple[Access, ...] = Field(
        default=("invited", "interviewer"), min_length=1, description="Classes of the official estimate."
    )
    inference: Literal["process", "period"] = Field(
        default="process", description="What intervals speak of: the unit's way of working, or this period's files."
    )
    ties: int | None = Field(default=None, ge=0, le=10, description="Decimals at which scores tie; none: unrounded.")
    province_aggregation: Literal["pooled", "mean_of_units"] = Field(
        default="pooled",
        description="The figure of the whole province: by ballots, or the mean of its units, which it always is with "
        "hard figures, grouped medians or a geometric mean.",
    )
    publication: FormOfPublication | None = Field(
        default=None, description="The form of publication offered first when a result is prepared; none: every rank."
    )
    note: Text | None = Field(default=None, description="A sentence every report carries.")

    def node(self, code: str) -> Node:
        """The node of that code; KeyError where there is none."""
        return {node.code: node for node in self.nodes}[code]

    def indicator(self, code: str) -> Indicator | None:
        """The indicator of that code, if the index defines one."""
        return next((one for one in self.indicators if one.code == code), None)

    def scale_of(self, kind: str) -> Range:
        """Lowest and highest score of a kind of figure as published."""
        return {str(name): bounds for name, bounds in self.scales.items()}.get(kind, FULL)

    def points_of(self, code: str, applicable: AbstractSet[str] | None = None) -> float | None:
        """The most points of a node below the index: its own, or the sum of its nodes; None where it has none.

        `applicable`: the items or indicators that apply; nodes without one add nothing to a sum.
        """
        node = self.node(code)
        if node.aggregation != "sum_of_points":
            return node.points
        below = [one for one in node.nodes if applicable is None or applicable & set(self.items_below(one))]
        return sum(self.points_of(one, applicable) or 0.0 for one in below) or None

    def is_in_points(self, code: str) -> bool:
        """Whether a code is a node that is published as points out of the most that it gives; the index never is."""
        return code != self.code and any(node.code == code for node in self.nodes) and bool(self.points_of(code))

    def range_of(self, code: str) -> Range:
        """Lowest and highest score of a node as published; the index itself keeps its scale."""
        points = None if code == self.code else self.points_of(code)
        return (0.0, points) if points else self.scale_of(self.node(code).kind)

    def is_share(self, indicator: Indicator) -> bool:
        """Whether the raw figure of an indicator is a share of something, printed in per cent."""
        if indicator.code in (*self.bonus, *self.penalty):
            return False
        if indicator.goalposts_from is not None and indicator.recode == "value":
            return indicator.denominator is not None
        return indicator.recode in SHARES or (indicator.recode == "value" and indicator.bounds[1] <= 1)

    @property
    def ranks_make_tiers(self) -> bool:
        """Whether tiers are parts of a block, and not classes of scores."""
        return any(tier.top is not None for tier in self.tiers)

    def block(self, code: str) -> Block:
        """The block of that code; KeyError where there is none."""
        return {block.code: block for block in self.blocks}[code]

    def items_below(self, code: str) -> tuple[str, ...]:
        """Codes of all items counted at or below a node, in order."""
        node = self.node(code)
        return node.items + tuple(item for child in node.nodes for item in self.items_below(child))

    def nodes_below(self, code: str) -> frozenset[str]:
        """A node and all nodes that it is made of."""
        return frozenset({code}).union(*(self.nodes_below(child) for child in self.node(code).nodes))

    def counted(self) -> tuple[str, ...]:
        """Every code that some node counts, once: those of the index first, then those of modules alone."""
        modules = [node.code for node in self.nodes if node.kind == "module"]
        below = [self.items_below(code) for code in (self.code, *modules)]
        return tuple(dict.fromkeys(item for items in below for item in items))
