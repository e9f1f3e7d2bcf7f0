"""Instruments the house keeps, for whoever may see them: issued versions, drafts sent for comment, shipped models."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.catalogue import shipped, shipped_codes
from instruments.fingerprint import fingerprint
from instruments.model import Instrument
from instruments.reading import read_instrument
from instruments.vietnamese import folded
from survey import blobs
from survey.errors import Refused
from survey.pages.console.instruments.given import Given
from survey.pages.house import house
from survey.people.roles import Person, may
from survey.preparing.consult import draft_of
from survey.preparing.decision import Standing, standings
from survey.preparing.issue import model_of
from survey.preparing.media import Media, digests, media_bytes, media_of, media_of_draft
from survey.records import Consultation, InstrumentDecision

ACT: Final = "see_waves"
"""The act that lets a person see the instruments of an office."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An instrument with where it is kept; a shipped one belongs to no office."""

    kind: str
    key: str
    instrument: Instrument
    standing: Standing | None = None
    consultation: Consultation | None = None

    @property
    def reference(self) -> str:
        """What a form calls it."""
        return f"{self.kind}/{self.key}"

    @property
    def address(self) -> str:
        """Its page."""
        return f"/console/instruments/{self.reference}"

    @property
    def state(self) -> str:
        """`in_force`, `to_come`, `on_trial` or `replaced` where it is issued; else `commented` or `shipped`."""
        if self.standing:
            return self.standing.state
        return "commented" if self.consultation else "shipped"

    @property
    def decision(self) -> InstrumentDecision | None:
        """The decision that issued it."""
        return self.standing.decision if self.standing else None

    @property
    def mark(self) -> str:
        """Its fingerprint."""
        return fingerprint(self.instrument)

    @property
    def file_name(self) -> str:
        """What its file is called when somebody takes it home."""
        return f"{self.instrument.code}-{self.instrument.version}.yaml"

    def fits(self, words: str) -> bool:
        """Whether all the words looked for stand in its code, version, titles or decision, whatever their marks."""
        number = self.decision.number if self.decision else ""
        titles = (*self.instrument.title.values(), *self.instrument.short_title.values())
        text = folded(" ".join((self.instrument.code, self.instrument.version, number, *titles)))
        return all(word in text for word in folded(words).split())


def kept_for(tx: Session, person: Person) -> list[Kept]:
    """Everything the person may see: issued versions first, the newest of a code first; then drafts, then models."""
    return [one for kind in _OF_KIND.values() for one in kind(tx, person, None)]


def issued_for(tx: Session, person: Person) -> list[Kept]:
    """The issued versions alone, in the same order."""
    return _issued(tx, person, None)


def kept_one(tx: Session, person: Person, kind: str, key: str) -> Kept:
    """The one of that kind and key; refuses (not-found) what is not there or is another office's."""
    found = _OF_KIND[kind](tx, person, key) if kind in _OF_KIND else []
    if not found:
        raise Refused("not-found")
    return found[0]


def kept_named(tx: Session, person: Person, reference: str) -> Kept:
    """The one that a form calls so."""
    kind, _, key = reference.partition("/")
    return kept_one(tx, person, kind, key)


def bytes_of(tx: Session, kept: Kept) -> bytes:
    """Its file, byte for byte as it was issued, sent or shipped."""
    if kept.standing:
        return blobs.load(tx, kept.standing.version.file)
    return blobs.load(tx, kept.consultation.file) if kept.consultation else shipped(kept.key)


def given_of(tx: Session, kept: Kept) -> Given:
    """Its file with the pictures and audio it was issued or sent with, as if somebody had chosen them."""
    return Given(bytes_of(tx, kept), kept.file_name, media_bytes(tx, media_kept(tx, kept)))


def marks_of(tx: Session, kept: Kept) -> dict[str, str]:
    """The SHA-256 of each of these, by name."""
    return digests(media_kept(tx, kept))


def media_kept(tx: Session, kept: Kept) -> Media:
    """The pictures and audio it was issued or sent for comment with, by name; models come with none."""
    return media_of_draft(tx, kept.consultation.id) if kept.consultation else media_of(tx, kept.mark)


def _issued(tx: Session, person: Person, key: str | None) -> list[Kept]:
    mine = [
        one
        for one in standings(tx, house().today)
        if key in {None, one.version.fingerprint} and _sees(person, one.version.organisation_id)
    ]
    mine.reverse()
    newest_first = sorted(mine, key=lambda one: one.version.code)
    return [Kept("issued", one.version.fingerprint, model_of(one.version), standing=one) for one in newest_first]


def _drafts(tx: Session, person: Person, key: str | None) -> list[Kept]:
    sought = () if key is None else (Consultation.code == key,)
    rows = tx.scalars(select(Consultation).where(*sought).order_by(Consultation.opened.desc(), Consultation.code))
    mine = [one for one in rows if _sees(person, one.organisation_id)]
    return [Kept("draft", one.code, draft_of(one), consultation=one) for one in mine]


def _shipped(_tx: Session, _person: Person, key: str | None) -> list[Kept]:
    read = ((code, model_shipped(code)) for code in shipped_codes() if key in {None, code})
    return [Kept("shipped", code, model) for code, model in read if model]


@cache
def model_shipped(code: str) -> Instrument | None:
    """Read once in a process: reading a file looks for its mistakes, and these files come with the program."""
    return read_instrument(shipped(code), f"{code}.yaml").instrument


def _sees(person: Person, organisation: UUID) -> bool:
    return may(person, ACT, organisation)


_OF_KIND: Final[Mapping[str, Callable[[Session, Person, str | None], list[Kept]]]] = MappingProxyType(
    {"issued": _issued, "draft": _drafts, "shipped": _shipped}
)
