"""Refuses a drawing with groups so small that an invited person could be recognised, and proposes merges."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from survey.errors import Refused
from survey.preparing.frame import Case

CELL_MINIMUM = 20
GROUP_MINIMUM = 10
_KINDS = {"cell": ("ô", "cell"), "psu": ("cụm", "PSU"), "group": ("nhóm", "group")}
Sentence = dict[str, str]


def demand_large_groups(drawn: Sequence[Case]) -> None:
    """Refuses (cells-too-small, with one proposal each) cells under 20 invitations, and PSUs under 10.

    The same 10 hold for every combination of unit, cell and PSU, the three labels that answers take along.
    """
    found = (
        *_small(drawn, "cell", lambda case: case.cell, CELL_MINIMUM),
        *_small(drawn, "psu", lambda case: case.psu, GROUP_MINIMUM),
        *_small(drawn, "group", _combination, GROUP_MINIMUM),
    )
    if found:
        raise Refused("cells-too-small", {"count": len(found), "first": found[0][1]}, found)


def _small(
    drawn: Sequence[Case], kind: str, by: Callable[[Case], str | None], minimum: int
) -> Iterator[tuple[str, Sentence]]:
    counts = Counter(name for case in drawn if (name := by(case)) is not None)
    home = {by(case): case.stratum for case in drawn}
    for name, count in sorted(counts.items()):
        if count < minimum:
            beside = [other for other in counts if other != name and home[other] == home[name]]
            partner = min(beside, key=lambda other: (counts[other], other), default=None)
            yield f"{kind}:{name}", _proposal(kind, name, (count, minimum), partner)


def _combination(case: Case) -> str | None:
    """Cells without PSUs are held to their own, larger minimum."""
    return " × ".join(filter(None, (case.unit, case.cell, case.psu))) if case.unit or case.psu else None


def _proposal(kind: str, name: str, counts: tuple[int, int], partner: str | None) -> Sentence:
    vi, en = _KINDS[kind]
    count, minimum = counts
    merge_vi = f"hãy gộp với “{partner}”" if partner else "hãy gộp với một tầng khác hoặc mời thêm người"
    merge_en = f"merge it with “{partner}”" if partner else "merge it with another stratum or invite more people"
    return {
        "vi": f"{vi} “{name}” có {count} lời mời, cần ít nhất {minimum}; {merge_vi}",
        "en": f"{en} “{name}” has {count} invitations and needs at least {minimum}; {merge_en}",
    }
