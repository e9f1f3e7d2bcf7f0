"""The record of who did what: each row carries the hash of the one before."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Record


class AuditEvent(Record):
    """One act; the hash is over `text` as stored and the previous hash."""

    __tablename__ = "audit_event"
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
