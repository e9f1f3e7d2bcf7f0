"""An indicator: one counted figure of a unit, made from an item's answers or from records an office keeps."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final, Literal

from pydantic import Field

from instruments.part import Code, Part, Text

PAIR = 2
"""Answers at one end of a scale that `pct_top2` and `pct_bottom2` count."""
Bound = Annotated[float, Field(ge=-1e9, le=1e9)]
"""A number an indicator may reckon with: beyond it is a slip of the keyboard."""
WaveCode = Annotated[str, Field(pattern=r"^[a-z0-9-]{3,40}$")]
Recode = Literal[
    "pct_top2", "pct_bottom2", "pct_codes", "mean", "winsorised_mean", "grouped_median", "points", "nps", "value"
]
Source = Literal["soft", "hard", "self_assessed", "appraised"]
Template = Literal["ho_so_tthc", "kien_nghi", "generic", "tieu_chi"]

TEMPLATE_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ho_so_tthc": ("received", "on_time", "late", "online", "paid_online"),
        "kien_nghi": ("received", "answered_in_time", "in_quarter"),
        "generic": ("value",),
        "tieu_chi": ("appraised",),
    }
)
"""Columns that a template counts in, or the one figure of a file with a row a unit and indicator."""
BY_INDICATOR: Final = frozenset({"generic", "tieu_chi"})
"""Templates with a row a unit and indicator; `tieu_chi`: points a unit gave itself, appraised by others."""


class Base(Part):
    """Whose answers an indicator counts."""

    item: Code = Field(description="A single-choice item.")
    codes: tuple[int, ...] = Field(min_length=1, description="Only responses that gave one of these answers count.")


class GoalpostsFrom(Part):
    """Goalposts that are not written in the instrument, but are figures of units: of one wave, or of earlier ones."""

    current_wave: Literal["block", "all"] | None = Field(
        default=None,
        description="The worst and the best ranked unit of the wave: of each `block`, or of `all` blocks together. "
        "Such scores are relative and are never compared in time.",
    )
    waves: tuple[WaveCode, ...] = Field(
        default=(),
        description="Instead of `current_wave`: codes of earlier waves, whose worst and best ranked unit are fixed as "
        "goalposts by decision before the wave opens.",
    )
    over: Literal["block", "all"] | None = Field(
        default=None, description="Beside `waves`: the units of each `block` (none: this), or of `all` blocks together."
    )


class Indicator(Part):
    """How a counted code becomes a figure and a score between two goalposts."""

    code: Code = Field(description="What nodes list under `items`, and the name of the figure in the results.")
    item: Code | None = Field(default=None, description="The item it is made from; none: the item of the same code.")
    label: Text | None = Field(default=None, description="Its name in tables; needed where there is no item.")
    source: Source = Field(
        default="soft",
        description="`soft`: answers; `hard`, `self_assessed`, `appraised`: figures brought in by an office.",
    )
    recode: Recode = Field(
        description="`pct_top2`, `pct_bottom2`: share of the two highest or lowest answers; `pct_codes`: of `codes`; "
        "`mean`; `winsorised_mean`: numbers above `cap` count as `cap`; "
        "`grouped_median`: of whole numbers, between the middles of classes; `points`: what each answer is worth; "
        "`nps`: 9 and 10 less 0 to 6; `value`: a figure brought in."
    )
    codes: tuple[int, ...] = Field(default=(), description="Answers that count, for `pct_codes`.")
    cap: Bound | None = Field(default=None, description="Largest number that counts, for `winsorised_mean`.")
    points: dict[int, Bound] = Field(default={}, description="What each answer is worth, for `points`.")
    direction: Literal[1, -1] = Field(default=1, description="1: higher is better; -1: lower is better.")
    goalposts: tuple[Bound, Bound] | None = Field(
        default=None,
        description="What scores lowest and highest, smaller first; shares and points: 0 and 1 where none is given.",
    )
    goalposts_source: str | None = Field(default=None, description="Who fixed the goalposts, and from what.")
    goalposts_from: GoalpostsFrom | None = Field(
        default=None, description="Instead of `goalposts`: the units whose figures score lowest and highest."
    )
    base: Base | None = Field(default=None, description="Counts only responses that answered another item so.")
    template: Template | None = Field(default=None, description="The file that brings a hard figure in.")
    numerator: str | None = Field(default=None, description="Column of the template above the line.")
    denominator: str | None = Field(default=None, description="Column of the template below the line.")
    cites: str | None = Field(default=None, description="Where the indicator comes from.")
    published: bool | None = Field(
        default=None, description="False: printed on the unit's own scorecard only, never in tables or open data."
    )

    @property
    def made_from(self) -> str:
        """Code of the item whose answers it counts."""
        return self.item or self.code

    @property
    def is_soft(self) -> bool:
        """Whether it is made from answers."""
        return self.source == "soft"

    @property
    def is_published(self) -> bool:
        """Whether it may stand in tables and open data; `published` is null, not true, so that it is silent."""
        return self.published is not False

    @property
    def is_relative(self) -> bool:
        """Whether the units of the wave itself give its goalposts."""
        return self.goalposts_from is not None and self.goalposts_from.current_wave is not None

    @property
    def earlier_waves(self) -> tuple[str, ...]:
        """The waves whose units give its goalposts; none where they are fixed in the file or are those of the wave."""
        return self.goalposts_from.waves if self.goalposts_from else ()

    @property
    def bounds(self) -> tuple[float, float]:
        """The goalposts of the file, or those that shares, points and the net promoter score have by nature."""
        return self.goalposts or ((-1.0, 1.0) if self.recode == "nps" else (0.0, 1.0))
