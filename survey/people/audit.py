"""The record of who did what: appended last in each act, every row bound to the one before by its hash."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from instruments.fingerprint import canonical, sha256
from survey.database import one_at_a_time
from survey.records import AuditEvent

BEGINNING = "0" * 64
"""What stands as previous hash in the first row."""
_LOCK = 7_406_001
"""Number of the lock under which rows are appended; nothing else uses it."""
_PIECE = 1000


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """Whether the chain holds, how many rows it has, and the first row that does not fit."""

    ok: bool
    count: int
    broken_at: int | None


def record(tx: Session, actor: int | None, act: str, facts: Mapping[str, object], now: datetime) -> None:
    """Appends an act of an account (None: the command line); call it as the last statement before the commit.

    Whoever appends second waits for the first to commit, so an act holds the chain for as short as it can.
    """
    tx.flush()
    one_at_a_time(tx, _LOCK)
    n, previous = head(tx)
    stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    text = canonical({"n": n + 1, "at": stamp, "by": actor, "act": act, "facts": facts}).decode()
    tx.add(AuditEvent(n=n + 1, text=text, previous=previous, hash=_hash(previous, text)))
    tx.flush()


def head(tx: Session) -> tuple[int, str]:
    """Number and hash of the last row; an unkeyed chain proves tampering only to somebody who kept them."""
    last = select(AuditEvent.n, AuditEvent.hash).order_by(AuditEvent.n.desc()).limit(1)
    row = tx.execute(last).one_or_none()
    return (row.n, row.hash) if row else (0, BEGINNING)


def verify(tx: Session) -> AuditCheck:
    """Recomputes the chain from its first row; a changed, removed or moved row breaks it there."""
    rows = select(AuditEvent.n, AuditEvent.text, AuditEvent.previous, AuditEvent.hash).order_by(AuditEvent.n)
    count, previous = 0, BEGINNING
    for row in tx.execute(rows).yield_per(_PIECE):
        fits = (
            row.n == count + 1
            and row.previous == previous
            and row.hash == _hash(previous, row.text)
            and json.loads(row.text)["n"] == row.n
        )
        if not fits:
            return AuditCheck(ok=False, count=count, broken_at=row.n)
        count, previous = row.n, row.hash
    return AuditCheck(ok=True, count=count, broken_at=None)


def _hash(previous: str, text: str) -> str:
    return sha256(f"{previous}\n{text}".encode())
