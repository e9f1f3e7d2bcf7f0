"""What every piece of an instrument is made of: codes, texts, and models that let nothing unknown pass."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Code = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$", max_length=40)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Text = Annotated[dict[Language, str], Field(min_length=1, description="One sentence in each language, `vi` first.")]


class Part(BaseModel):
    """Ground of every piece of an instrument: nothing unknown passes, nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)
