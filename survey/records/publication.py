"""Publications: what was prepared, who approved it, and the frozen pages and files of the result."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Keyed, Moment, Record


class Publication(Keyed):
    """A run on its way to the public; `number` counts the publications of a wave."""

    __tablename__ = "publication"
    __table_args__ = (UniqueConstraint("wave", "number"),)
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"))
    run: Mapped[UUID] = mapped_column(ForeignKey("run.id"))
    number: Mapped[int]
    prepared_by: Mapped[int] = mapped_column(ForeignKey("account.number"))
    reason: Mapped[str | None] = mapped_column(String(400))
    decision_number: Mapped[str | None] = mapped_column(String(60))
    decision_day: Mapped[date | None]
    form: Mapped[str] = mapped_column(String(12), default="full", server_default="full")
    form_first: Mapped[int | None]
    form_decision: Mapped[str | None] = mapped_column(String(60))
    published: Mapped[datetime | None] = mapped_column(Moment)
    published_by: Mapped[int | None] = mapped_column(ForeignKey("account.number"))


class ApprovalStep(Record):
    """A step of a wave's approval chain, in order: which role must agree."""

    __tablename__ = "approval_step"
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(20))


class Approval(Record):
    """A person's yes to a step, never the person's who prepared it."""

    __tablename__ = "approval"
    publication: Mapped[UUID] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("account.number"))
    day: Mapped[date]


class PublicationFile(Record):
    """A page or document of a publication, kept with its gzip form where that is shorter."""

    __tablename__ = "publication_file"
    publication: Mapped[UUID] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(160), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(60))
    plain: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    zipped: Mapped[str | None] = mapped_column(ForeignKey("blob.sha256"))
