"""The latest snapshot and run of a wave: what an act means that names the wave alone."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.records import RunRow, SnapshotRow, Wave


def find_snapshot(tx: Session, wave: Wave) -> SnapshotRow | None:
    """The snapshot with the highest number; None before closing."""
    return tx.scalars(
        select(SnapshotRow).where(SnapshotRow.wave == wave.id).order_by(SnapshotRow.number.desc())
    ).first()


def find_run(tx: Session, snapshot: SnapshotRow | None) -> RunRow | None:
    """The run of a snapshot; None before scoring."""
    return tx.scalars(select(RunRow).where(RunRow.snapshot == snapshot.id)).first() if snapshot else None


def latest_snapshot(tx: Session, wave: Wave) -> SnapshotRow:
    """The snapshot with the highest number; refuses with `not-closed`."""
    snapshot = find_snapshot(tx, wave)
    if snapshot is None:
        raise Refused("not-closed")
    return snapshot


def latest_run(tx: Session, wave: Wave) -> RunRow:
    """The run of the latest snapshot; refuses with `not-closed` or `not-scored`."""
    run = find_run(tx, latest_snapshot(tx, wave))
    if run is None:
        raise Refused("not-scored")
    return run
