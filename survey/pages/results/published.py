"""Finds what the public may see: open waves, and publications by wave, number or fingerprint."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from reports.documents import CARDS, OWN
from survey.records import Publication, PublicationFile, RunRow, SnapshotRow, Wave

SHORTEST_FINGERPRINT = 16
"""Digits a document prints; fewer might mean several runs."""


@dataclass(frozen=True, slots=True)
class Published:
    """A publication that is out, with its wave and run."""

    publication: Publication
    wave: Wave
    run: RunRow


def open_waves(tx: Session) -> tuple[Wave, ...]:
    """The waves that take answers now, those that end first first."""
    return tuple(tx.scalars(select(Wave).where(Wave.state == "open").order_by(Wave.period_to, Wave.code)))


def latest_of_each(tx: Session) -> tuple[Published, ...]:
    """The latest publication of each wave, newest first."""
    seen: dict[str, Published] = {}
    for found in _published(tx):
        seen.setdefault(found.wave.code, found)
    return tuple(seen.values())


def published(tx: Session, wave: str, number: int | None = None) -> Published | None:
    """A wave's publication of that number, or its latest; None where nothing is out."""
    ours = [found for found in _published(tx) if found.wave.code == wave]
    return next((found for found in ours if number in (None, found.publication.number)), None)


def published_under(tx: Session, fingerprint: str) -> Published | None:
    """The latest publication of the run whose fingerprint begins with those digits, 16 at the least."""
    digits = "".join(letter for letter in fingerprint.lower() if letter in "0123456789abcdef")
    if len(digits) < SHORTEST_FINGERPRINT:
        return None
    return next((found for found in _published(tx) if found.run.fingerprint.startswith(digits)), None)


def file_of(tx: Session, found: Published, name: str) -> PublicationFile | None:
    """A page or document of a publication by its name; none that a unit alone may read."""
    return None if name.startswith(OWN) else tx.get(PublicationFile, (found.publication.id, name))


def own_card(tx: Session, found: Published, unit: str, language: str) -> PublicationFile | None:
    """The scorecard that the form of publication keeps for the unit; None where scorecards are public."""
    return tx.get(PublicationFile, (found.publication.id, f"{OWN}{CARDS[language]}/{unit}.pdf"))


def files_of(tx: Session, found: Published) -> tuple[PublicationFile, ...]:
    """All files of a publication that are public, by name."""
    rows = select(PublicationFile).where(PublicationFile.publication == found.publication.id)
    return tuple(sorted((row for row in tx.scalars(rows) if not row.name.startswith(OWN)), key=lambda file: file.name))


def _published(tx: Session) -> tuple[Published, ...]:
    rows = (
        select(Publication, Wave, RunRow)
        .join(Wave, Publication.wave == Wave.id)
        .join(RunRow, Publication.run == RunRow.id)
        .where(Publication.published.is_not(None))
        .order_by(Publication.published.desc(), Publication.number.desc())
    )
    return tuple(Published(publication, wave, run) for publication, wave, run in tx.execute(rows))


def snapshot_of(tx: Session, found: Published) -> SnapshotRow:
    """The snapshot a published run was made from."""
    return tx.get_one(SnapshotRow, found.run.snapshot)
