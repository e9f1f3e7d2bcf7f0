"""Says findings as sentences: ranks, states, values with their uncertainty."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from instruments.index import Index, Minimum
from reports.numbers import count, day, interval, long_day, margin, number, percent, rank_set, signed
from reports.texts.shared import text

__all__ = [
    "count", "day", "in_block", "inside", "interval", "label", "listed", "long_day", "margin", "named_figures",
    "number", "percent", "rank_phrase", "rank_set", "signed", "simulated_mark", "state_phrase", "text",
]  # fmt: skip

_REASONS = {
    "kiosk_access": "reason_access",
    "few_clusters": "reason_clusters",
    "component_missing": "reason_component",
    "few_opinions": "reason_opinions",
    "below_minimum": "reason_few",
}
_BY_COUNT = (None, "below_minimum")
_FIGURES = "figures_missing: "
"""How a run opens the reason of a unit that lacks hard figures; in a run their codes follow, in a row their names."""
_DECISION = "decision: "
"""How a run opens the reason of a withheld figure."""


class Ranked(Protocol):
    """What a sentence about a unit needs to know of it; `UnitRow` is one."""

    @property
    def rank(self) -> int | None:
        """Place in the block."""

    @property
    def tied(self) -> bool:
        """Whether another unit holds the same place."""

    @property
    def rank_of(self) -> int | None:
        """Units ranked in the block."""

    @property
    def rank_lower(self) -> int | None:
        """Best rank of the rank set."""

    @property
    def rank_upper(self) -> int | None:
        """Worst rank of the rank set."""

    @property
    def block_label(self) -> str:
        """Name of the block in the language of the sentence."""

    @property
    def n(self) -> int | None:
        """Valid ratings, None where they are not published."""

    @property
    def state(self) -> str:
        """One of ranked, reported, suppressed, withheld."""

    @property
    def reason(self) -> str | None:
        """Code of the condition that decided the state, or the recorded reason of a withheld figure."""


def label(words: Mapping[str, str], language: str) -> str:
    """A text of an instrument in the language; Vietnamese where there is no other."""
    return words.get(language) or words["vi"]


def named_figures(index: Index, reason: str | None, language: str) -> str | None:
    """A reason with the names of the hard figures that a unit lacks in the place of their codes."""
    if reason is None or not reason.startswith(_FIGURES):
        return reason
    found = [index.indicator(code) for code in reason.removeprefix(_FIGURES).split()]
    names = [f"“{label(one.label, language)}”" for one in found if one and one.label]
    return f"{_FIGURES}{listed(names, 'and', language)}"


def simulated_mark(language: str) -> str:
    """The mark that runs through everything simulated."""
    return text("simulated", language)


def in_block(block_label: str, language: str) -> str:
    """The block inside a sentence: "khối phường", whether or not its name says the word."""
    if language == "vi" and block_label.lower().startswith("khối"):
        return inside(block_label)
    return text("block", language, name=inside(block_label))


def inside(words: str) -> str:
    """A label inside a sentence: its capital goes, unless it opens an abbreviation such as UBND."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def listed(words: Sequence[str], last: str, language: str) -> str:
    """Words as a sentence lists them, with `and` or `or` before the last."""
    if len(words) < 2:  # noqa: PLR2004 - a list begins with two
        return "".join(words)
    return text(f"listed_{last}", language, first=", ".join(words[:-1]), last=words[-1])


def rank_phrase(row: Ranked, language: str) -> str:
    """The rank never without its block size and its rank set; empty for a unit without a rank."""
    if row.rank is None:
        return ""
    key = "rank_tied" if row.tied else "rank_certain" if row.rank_lower == row.rank_upper else "rank"
    return text(
        key,
        language,
        rank=str(row.rank),
        of=str(row.rank_of),
        block=in_block(row.block_label, language),
        lower=str(row.rank_lower),
        upper=str(row.rank_upper),
    )


def state_phrase(row: Ranked, minimum: Minimum, language: str) -> str:
    """Why a unit has no rank, or no figure at all; empty for a ranked unit."""
    return _PHRASE_OF[row.state](row, minimum, language)


def _ranked(_row: Ranked, _minimum: Minimum, _language: str) -> str:
    return ""


def _reported(row: Ranked, minimum: Minimum, language: str) -> str:
    if row.reason == "block_not_ranked":
        return text("reported_unranked_block", language)
    if row.reason in _BY_COUNT and row.n is not None and row.n < minimum.ranked:
        return text("reported", language, n=count(row.n, language), minimum=count(minimum.ranked, language))
    return text("reported_otherwise", language, reason=_reason(row.reason or "", language))


def _reason(reason: str, language: str) -> str:
    if reason.startswith(_FIGURES):
        return text("reason_figures", language, figures=reason.removeprefix(_FIGURES))
    return text(_REASONS.get(reason, "reason_few"), language)


def _suppressed(_row: Ranked, minimum: Minimum, language: str) -> str:
    return text("suppressed", language, minimum=count(minimum.printed, language))


def _withheld(row: Ranked, _minimum: Minimum, language: str) -> str:
    reason = (row.reason or "").removeprefix(_DECISION).rstrip(". ")
    return text("withheld", language, reason=reason or text("no_reason", language))


_PHRASE_OF = {"ranked": _ranked, "reported": _reported, "suppressed": _suppressed, "withheld": _withheld}
