"""Makes the next numbered snapshot of a closed wave: files that never change."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from instruments.fingerprint import sha256
from scoring import snapshot as snapshots
from survey import blobs
from survey.closing.labels import Labels
from survey.closing.tables import tables_of
from survey.keys import Keys
from survey.preparing.issue import file_of, instrument_of
from survey.preparing.versions import versions_of
from survey.preparing.wave import SNAPSHOT_KEY
from survey.records import SnapshotFile, SnapshotRow, Wave

DESCRIPTION = "datapackage.json"


def make_snapshot(tx: Session, wave: Wave, keys: Keys, reason: str, made: date) -> SnapshotRow:
    """Writes the wave's tables as they stand, decisions included, as its next snapshot."""
    number = 1 + (tx.scalar(select(func.max(SnapshotRow.number)).where(SnapshotRow.wave == wave.id)) or 0)
    tables = tables_of(tx, wave, labels_of(wave, keys), number, made)
    newest, *earlier = versions_of(tx, wave)
    files = snapshots.pack(
        tables, instrument_of(tx, newest), file_of(tx, newest), {mark: file_of(tx, mark) for mark in earlier}
    )
    snapshot = SnapshotRow(
        wave=wave.id, number=number, made=made, fingerprint=sha256(files[DESCRIPTION]), reason=reason
    )
    tx.add(snapshot)
    tx.flush()
    _keep(tx, snapshot, files)
    return snapshot


def labels_of(wave: Wave, keys: Keys) -> Labels:
    """The labels of a wave's answers, under the key that was made when it opened."""
    if wave.snapshot_key is None:
        raise ValueError(f"wave {wave.code} never opened and has no snapshot key")
    return Labels(keys.unseal(SNAPSHOT_KEY, wave.snapshot_key))


def _keep(tx: Session, snapshot: SnapshotRow, files: Mapping[str, bytes]) -> None:
    kept = {name: blobs.keep(tx, data) for name, data in sorted(files.items())}
    tx.add_all(SnapshotFile(snapshot=snapshot.id, name=name, blob=blob) for name, blob in kept.items())
    tx.flush()
