"""The latest publication of a wave: what an act means that names the wave alone."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.records import Publication, Wave


def find_publication(tx: Session, wave: Wave) -> Publication | None:
    """The publication prepared last, public or not; None before preparing."""
    return tx.scalars(
        select(Publication).where(Publication.wave == wave.id).order_by(Publication.number.desc())
    ).first()


def latest_publication(tx: Session, wave: Wave) -> Publication:
    """The publication prepared last; refuses with `not-prepared`."""
    publication = find_publication(tx, wave)
    if publication is None:
        raise Refused("not-prepared")
    return publication
