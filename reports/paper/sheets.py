"""What a document of a run carries on every page, and the names that head it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from instruments.units import province, register
from instruments.vietnamese import nfc
from reports.facts import Facts
from reports.paper.fonts import face_of
from reports.paper.page import Sheet
from reports.public_form import FULL_FORM, PublicForm
from reports.tables import BlockTable, table_of
from reports.wording import label


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision an annex belongs to; without one its number and day stay blank for the clerk."""

    number: str
    day: date


@dataclass(frozen=True, slots=True)
class Imprint:
    """What an office adds to its documents: the site their code leads to, and the decision they belong to.

    `public`: scorecards are for everybody, and leave out what the unit alone may read of itself. `form`: what of the
    result is made public; of any but the full one scorecards are for the unit alone.
    """

    site: str | None = None
    decision: Decision | None = None
    public: bool = False
    form: PublicForm = FULL_FORM


@dataclass(frozen=True, slots=True)
class Paper:
    """How documents are printed: the directory of an office's own fonts, and the site their code leads to."""

    font_directory: Path | None = None
    site: str | None = None


NO_IMPRINT = Imprint()
PLAIN = Paper()
"""The faces found on the machine, and a code that holds the fingerprint alone."""


def sheet_of(facts: Facts, language: str, paper: Paper, title: str) -> Sheet:
    """The sheet of one document of this run."""
    address = f"{paper.site.rstrip('/')}/verify/{facts.fingerprint}" if paper.site else f"thuocdo:{facts.fingerprint}"
    return Sheet(
        face=face_of(paper.font_directory),
        title=title,
        subject=facts.wave.name(language),
        language=language,
        made=facts.wave.made,
        fingerprint=facts.fingerprint,
        address=address,
        simulated=facts.wave.simulated,
    )


def tables_of(facts: Facts, language: str) -> tuple[BlockTable, ...]:
    """The tables of the blocks that have units in this wave, in the instrument's order, ranked blocks first."""
    blocks = sorted(facts.index.blocks, key=lambda block: not block.ranked)
    return tuple(table_of(facts, block.code, language) for block in blocks if facts.units_of(block.code))


def organisation_of(facts: Facts, language: str) -> str:
    """The organising office as it is called on the day of the snapshot; its own words where no register knows it."""
    unit = register(facts.wave.made).get(facts.wave.organisation)
    return nfc(unit.name(language)) if unit else facts.wave.organisation


def note_of(facts: Facts, language: str) -> str:
    """The sentence every report of the instrument carries, with the province as it is called on that day."""
    if facts.index.note is None:
        return ""
    name = province(facts.wave.made).name(language)
    return label(facts.index.note, language).replace("{cap_tinh}", name)
