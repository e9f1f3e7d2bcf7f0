"""One change between two versions of an instrument: what it is, what it touches, and what it does to comparisons."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from instruments.comparing.catalogue import CHANGES, Verdict

ORDER: Final[tuple[Verdict, ...]] = ("comparable", "with_care", "not_comparable")
"""From the mildest to the gravest."""
EVERYTHING: Final = ""
"""The subject of a change that touches every figure."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one subject: an item, node, role or the like by its code, or `EVERYTHING`; texts before and after."""

    code: str
    subject: str
    before: str | None = None
    after: str | None = None

    @property
    def level(self) -> str:
        """What the subject is, such as `item` or `node`: an item and an indicator may have one code."""
        return self.code.partition("-")[0]

    @property
    def place(self) -> str:
        """Where it stands: the code of its subject, else `index` or `instrument`."""
        return self.subject or ("index" if self.level == "index" else "instrument")

    @property
    def verdict(self) -> Verdict:
        """What the change does to figures that count its subject."""
        return CHANGES[self.code].verdict

    @property
    def is_slip(self) -> bool:
        """Whether an open wave may be corrected so."""
        return CHANGES[self.code].is_slip

    def sentence(self, language: str = "en") -> str:
        """What changed in words: the subject, the kind of change, and both texts where there are any."""
        text = CHANGES[self.code]
        words = text.vi if language == "vi" else text.en
        place = f"{self.subject}: " if self.subject else ""
        if self.before is None and self.after is None:
            return f"{place}{words}"
        return f"{place}{words}: “{self.before or '–'}” → “{self.after or '–'}”"


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The gravest of some verdicts; comparable where there is none."""
    return max(verdicts, key=ORDER.index, default="comparable")
