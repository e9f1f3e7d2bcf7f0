"""What chance decides for a response: its form and the units it rates, held against its identifier."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from instruments.answers import form_in
from instruments.answers.document import part_of
from instruments.choosing import drawn, equal_probability, form_of
from instruments.model import Instrument, Role
from survey.collecting.paradata import Place, sentences

Document = Mapping[str, object]
ALIKE = 1.0
"""The size of every unit: each of those named is drawn with the same probability."""


def chance_errors(instrument: Instrument, document: Document, identifier: UUID) -> Iterator[Place]:
    """Where a sound document has another form or other units than its identifier gives.

    A drawn unit may be left unrated, for nobody has to answer; another one cannot take its place.
    """
    if form_in(document) != form_of(identifier.hex, instrument.forms):
        yield "form", sentences("api.form")
    for role in instrument.roles:
        if role.loop and not _is_drawn(role, document, identifier):
            yield f"choice.{role.code}", sentences("api.drawn")


def chosen_probability(instrument: Instrument, document: Document, unit: str) -> float | None:
    """The probability with which a rated unit was drawn among those eligible; None where that is not known."""
    for role in instrument.roles:
        eligible = _eligible(document, role.code)
        if role.loop and eligible and unit in part_of(part_of(document, "loops"), role.code):
            return equal_probability(len(eligible), role.loop.at_most)
    return None


def count_eligible(instrument: Instrument, document: Document) -> int | None:
    """How many units a response could have rated; None where that is not known."""
    known = [eligible for role in sorted(instrument.looped) if (eligible := _eligible(document, role)) is not None]
    return sum(map(len, known)) if known else None


def _is_drawn(role: Role, document: Document, identifier: UUID) -> bool:
    at_most = role.loop.at_most if role.loop else 0
    by_chance = drawn(identifier.hex, dict.fromkeys(_eligible(document, role.code) or (), ALIKE), at_most)
    said = part_of(part_of(document, "choice"), role.code).get("drawn")
    is_other = isinstance(said, list) and set(said) != set(by_chance)
    return not is_other and set(part_of(part_of(document, "loops"), role.code)) <= set(by_chance)


def _eligible(document: Document, role: str) -> frozenset[str] | None:
    listed = part_of(part_of(document, "choice"), role).get("eligible")
    return frozenset(map(str, listed)) if isinstance(listed, list) else None
