"""Keeps bytes in the database, once each, found by their SHA-256."""

import hashlib
from collections.abc import Iterable
from itertools import groupby

from sqlalchemy import ForeignKey, LargeBinary, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from survey.ground import Record

CHUNK_BYTES = 4 * 1024 * 1024


class Blob(Record):
    """Some bytes that never change."""

    __tablename__ = "blob"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int]


class BlobChunk(Record):
    """A piece of a blob of at most 4 MiB."""

    __tablename__ = "blob_chunk"
    sha256: Mapped[str] = mapped_column(ForeignKey("blob.sha256"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    bytes: Mapped[bytes] = mapped_column(LargeBinary)


def keep(tx: Session, content: bytes) -> str:
    """Stores bytes unless they are there already; returns their SHA-256 in hexadecimal."""
    sha256 = hashlib.sha256(content).hexdigest()
    if tx.get(Blob, sha256) is None:
        tx.add(Blob(sha256=sha256, size=len(content)))
        tx.flush()
        chunks = (content[start : start + CHUNK_BYTES] for start in range(0, len(content), CHUNK_BYTES))
        tx.add_all(BlobChunk(sha256=sha256, number=number, bytes=chunk) for number, chunk in enumerate(chunks))
        tx.flush()
    return sha256


def load(tx: Session, sha256: str) -> bytes:
    """The bytes of that SHA-256; KeyError where none are kept."""
    if tx.get(Blob, sha256) is None:
        raise KeyError(sha256)
    chunks = select(BlobChunk.bytes).where(BlobChunk.sha256 == sha256).order_by(BlobChunk.number)
    return b"".join(tx.scalars(chunks))


def load_all(tx: Session, marks: Iterable[str]) -> dict[str, bytes]:
    """The bytes of each SHA-256, in one question to the database; those not kept are left out."""
    chunks = select(BlobChunk.sha256, BlobChunk.bytes).where(BlobChunk.sha256.in_(sorted(set(marks))))
    rows = tx.execute(chunks.order_by(BlobChunk.sha256, BlobChunk.number))
    return {mark: b"".join(piece for _mark, piece in pieces) for mark, pieces in groupby(rows, key=lambda row: row[0])}
