"""Snapshots: the closed wave as files, numbered, never changed."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Keyed, Record


class SnapshotRow(Keyed):
    """Snapshot `number` of a wave; its fingerprint is that of its `datapackage.json`."""

    __tablename__ = "snapshot"
    __table_args__ = (UniqueConstraint("wave", "number"),)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"))
    number: Mapped[int]
    made: Mapped[date]
    fingerprint: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(400))


class SnapshotFile(Record):
    """A file of a snapshot."""

    __tablename__ = "snapshot_file"
    snapshot: Mapped[UUID] = mapped_column(ForeignKey("snapshot.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    blob: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
