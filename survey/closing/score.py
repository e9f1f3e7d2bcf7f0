"""Scores a snapshot: the figures are made from its files alone and kept as the files of a run."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from scoring import run as runs
from scoring import snapshot as snapshots
from scoring.errors import Refusal
from survey import blobs
from survey.closing.files import files_of_run, files_of_snapshot
from survey.errors import Refused
from survey.people.audit import record
from survey.records import RunFile, RunRow, SnapshotRow


def score_snapshot(tx: Session, snapshot: SnapshotRow, now: datetime, actor: int | None = None) -> RunRow:
    """The run of a snapshot, made and kept; a run that is there already is given back."""
    return keep_run(tx, snapshot, scored(tx, snapshot), now, actor)


def scored(tx: Session, snapshot: SnapshotRow) -> runs.Run:
    """Computes the run of a snapshot and writes nothing; refuses with `cannot-score`."""
    try:
        return runs.score(snapshots.read(files_of_snapshot(tx, snapshot.id)))
    except Refusal as refusal:
        raise Refused("cannot-score", {"why": {"vi": refusal.vi, "en": refusal.en}}) from refusal


def keep_run(tx: Session, snapshot: SnapshotRow, run: runs.Run, now: datetime, actor: int | None) -> RunRow:
    """Keeps the files of a run; the same run a second time changes nothing."""
    mark = str(run.meta["fingerprint"])
    known = tx.scalar(select(RunRow).where(RunRow.fingerprint == mark))
    if known is not None:
        return known
    row = RunRow(snapshot=snapshot.id, fingerprint=mark, requested_by=actor)
    tx.add(row)
    tx.flush()
    kept = {name: blobs.keep(tx, data) for name, data in sorted(run.files().items())}
    tx.add_all(RunFile(run=row.id, name=name, blob=blob) for name, blob in kept.items())
    record(tx, actor, "snapshot_scored", {"snapshot": snapshot.fingerprint, "run": mark}, now)
    return row


def run_of(tx: Session, row: RunRow) -> runs.Run:
    """The run as it was kept."""
    return runs.read(files_of_run(tx, row.id))
