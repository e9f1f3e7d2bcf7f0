"""Long work, written in the transaction of the act that asks for it."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from survey.ground import Keyed, Moment

STATES = ("waiting", "running", "done", "failed")
UNDER_WAY = ("waiting", "running")


class Job(Keyed):
    """A piece of work; the same (kind, key) is under way once at a time."""

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
    """Asks for a piece of work; while the same (kind, key) waits or runs, asking again changes nothing."""
    job = tx.scalar(select(Job).where(Job.kind == kind, Job.key == key).with_for_update())
    if job is not None and job.state in UNDER_WAY:
        return
    job = job or Job(kind=kind, key=key)
    job.payload, job.after = json.dumps(payload, sort_keys=True), now
    job.state, job.attempts, job.lease, job.problem = "waiting", 0, None, None
    tx.add(job)
    tx.flush()
