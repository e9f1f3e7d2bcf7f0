"""The files of a snapshot or a run, out of the database."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey import blobs
from survey.records import RunFile, SnapshotFile


def files_of_snapshot(tx: Session, snapshot: UUID) -> dict[str, bytes]:
    """All files of a snapshot by name."""
    rows = tx.execute(select(SnapshotFile.name, SnapshotFile.blob).where(SnapshotFile.snapshot == snapshot))
    return {name: blobs.load(tx, blob) for name, blob in sorted(rows)}


def files_of_run(tx: Session, run: UUID) -> dict[str, bytes]:
    """All files of a run by name."""
    rows = tx.execute(select(RunFile.name, RunFile.blob).where(RunFile.run == run))
    return {name: blobs.load(tx, blob) for name, blob in sorted(rows)}
