"""A target: what an office said its figure should reach, from which paper, and by when."""

from typing import Literal

from pydantic import Field

from instruments.indicator import Bound
from instruments.part import Code, Part

Operator = Literal[">", ">=", "<", "<="]
MeasuredIn = Literal["percent", "points", "natural"]


class Target(Part):
    """What the figure of a unit should reach; it is judged beside the figure and changes none."""

    node: Code = Field(description="A node, or a code that nodes count.")
    operator: Operator = Field(description="`>`, `>=`, `<` or `<=`: how the figure should stand to the value.")
    value: Bound = Field(description="What it is compared with.")
    unit: MeasuredIn = Field(
        description="`percent`: of a share; `points`: of the published score; `natural`: of an indicator as measured."
    )
    source: str = Field(description="The paper that set the target.")
    due: str | None = Field(default=None, description="By when: a day such as '2026-12-31', or words.")
    blocks: tuple[str, ...] = Field(default=(), description="Only for units of these blocks; none: for all.")
