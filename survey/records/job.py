"""Long work, written in the transaction of the act that asks for it."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from survey.ground import Keyed, Moment

STATES = ("waiting", "running", "done", "failed")


class Job(Keyed):
    """A piece of work; the same (kind, key) is enqueued once."""

    __tablename__ = "job"
    __table_args__ = (UniqueConstraint("kind", "key"), CheckConstraint(f"state IN {STATES}", name="state"))
    kind: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(200))
    payload: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), default="waiting", index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    after: Mapped[datetime] = mapped_column(Moment)
    lease: Mapped[datetime | None] = mapped_column(Moment)
    problem: Mapped[str | None] = mapped_column(String(400))


def enqueue(tx: Session, kind: str, key: str, payload: Mapping[str, object], now: datetime) -> None:
    """Asks for a piece of work; asking again for the same (kind, key) changes nothing."""
    if tx.scalar(select(Job.id).where(Job.kind == kind, Job.key == key)) is None:
        tx.add(Job(kind=kind, key=key, payload=json.dumps(payload, sort_keys=True), after=now))
        tx.flush()
