"""Publications: what was prepared, who approved it, and the frozen pages and files of the result."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
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
    prepared: Mapped[date | None]
    returned: Mapped[bool] = mapped_column(default=False, server_default=false())
    """An approver sent it back: it is prepared again before anybody approves."""
    reason: Mapped[str | None] = mapped_column(String(400))
    decision_number: Mapped[str | None] = mapped_column(String(60))
    decision_day: Mapped[date | None]
    decision_signer: Mapped[str | None] = mapped_column(String(120))
    signed_file: Mapped[str | None] = mapped_column(ForeignKey("blob.sha256"))
    """The decision as it came back signed, kept beside our own files."""
    signed_by: Mapped[str | None] = mapped_column(String(200))
    signed_issuer: Mapped[str | None] = mapped_column(String(200))
    signed_trusted: Mapped[bool | None]
    """None: the office has named no roots, so the issuer was not checked."""
    form: Mapped[str] = mapped_column(String(12), default="full", server_default="full")
    form_first: Mapped[int | None]
    form_decision: Mapped[str | None] = mapped_column(String(60))
    published: Mapped[datetime | None] = mapped_column(Moment)
    published_by: Mapped[int | None] = mapped_column(ForeignKey("account.number"))


class ApprovalStep(Record):
    """A step of a wave's approval chain, in order: who must agree, in which role, on which document."""

    __tablename__ = "approval_step"
    wave: Mapped[UUID] = mapped_column(ForeignKey("wave.id"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    title_vi: Mapped[str] = mapped_column(String(80), default="Phê duyệt", server_default="Phê duyệt")
    title_en: Mapped[str] = mapped_column(String(80), default="Approval", server_default="Approval")
    document: Mapped[str | None] = mapped_column(String(120))
    """What the paper of this step is called; None: agreeing on the page is enough."""
    account: Mapped[int | None] = mapped_column(ForeignKey("account.number"))
    """The one person who may take the step; None: whoever holds the role."""

    def title(self, language: str) -> str:
        """What the step is called in the language."""
        return self.title_vi if language == "vi" else self.title_en


class Approval(Record):
    """A person's yes to a step, never the person's who prepared it; with its paper where the step has one."""

    __tablename__ = "approval"
    publication: Mapped[UUID] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    step: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("account.number"))
    day: Mapped[date]
    paper_number: Mapped[str | None] = mapped_column(String(60))
    paper_day: Mapped[date | None]
    paper_signer: Mapped[str | None] = mapped_column(String(120))


class PublicationReturn(Record):
    """A publication sent back to who prepared it, with the reason; the approvals before it lapsed."""

    __tablename__ = "publication_return"
    publication: Mapped[UUID] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    account: Mapped[int] = mapped_column(ForeignKey("account.number"))
    day: Mapped[date]
    reason: Mapped[str] = mapped_column(String(400))


class PublicationFile(Record):
    """A page or document of a publication, kept with its gzip form where that is shorter."""

    __tablename__ = "publication_file"
    publication: Mapped[UUID] = mapped_column(ForeignKey("publication.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(160), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(60))
    plain: Mapped[str] = mapped_column(ForeignKey("blob.sha256"))
    zipped: Mapped[str | None] = mapped_column(ForeignKey("blob.sha256"))
