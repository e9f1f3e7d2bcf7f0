"""In what form a result of an index is usually made public; a publication may choose another."""

from typing import Literal

from pydantic import Field

from instruments.part import Part

PublicationForm = Literal["full", "top_k", "bands", "distribution"]


class FormOfPublication(Part):
    """What the office that issued the index lets be known of ranks, unless a publication chooses otherwise."""

    form: PublicationForm = Field(
        description="`full`: every rank; `top_k`: the first ranks; `bands`: three groups; `distribution`: how scores "
        "are spread, and no unit's own."
    )
    first: int | None = Field(default=None, ge=1, le=999, description="How many ranks `top_k` names.")
