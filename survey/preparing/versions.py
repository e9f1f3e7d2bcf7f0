"""Which versions of its instrument a wave has asked: the one of now, and those that errata took the place of."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.records import Wave, WaveErratum


def versions_of(tx: Session, wave: Wave) -> tuple[str, ...]:
    """Fingerprints of all versions of a wave, the newest first: an answer to any of them is an answer to the wave."""
    errata = select(WaveErratum.after, WaveErratum.before).where(WaveErratum.wave == wave.id)
    before = {row.after: row.before for row in tx.execute(errata)}
    found = [wave.instrument]
    while found[-1] in before:
        found.append(before[found[-1]])
    return tuple(found)
