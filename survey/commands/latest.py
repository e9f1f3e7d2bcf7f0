"""The latest snapshot, run and publication of a wave: what a command means when it names the wave alone."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.commands.refusing import Sentence
from survey.records import Publication, RunRow, SnapshotRow, Wave


def latest_snapshot(tx: Session, wave: Wave) -> SnapshotRow:
    """The snapshot with the highest number; raises Sentence before closing."""
    found = select(SnapshotRow).where(SnapshotRow.wave == wave.id).order_by(SnapshotRow.number.desc())
    snapshot = tx.scalars(found).first()
    if snapshot is None:
        raise Sentence(f"Wave {wave.code} has no snapshot yet: close it first with `thuocdo wave close {wave.code}`.")
    return snapshot


def latest_run(tx: Session, wave: Wave) -> RunRow:
    """The run of the latest snapshot; raises Sentence before scoring."""
    run = tx.scalars(select(RunRow).where(RunRow.snapshot == latest_snapshot(tx, wave).id)).first()
    if run is None:
        raise Sentence(f"Wave {wave.code} is not scored yet: run `thuocdo wave score {wave.code}` first.")
    return run


def latest_publication(tx: Session, wave: Wave) -> Publication:
    """The publication prepared last; raises Sentence before preparing."""
    found = select(Publication).where(Publication.wave == wave.id).order_by(Publication.number.desc())
    publication = tx.scalars(found).first()
    if publication is None:
        raise Sentence(f"Nothing of wave {wave.code} is prepared: `thuocdo publication prepare {wave.code}` first.")
    return publication
