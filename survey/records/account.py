"""Accounts, the roles they hold, and where they are signed in."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey.ground import Keyed, Moment, Record


class Account(Record):
    """A person who signs in; the audit record names people by this number alone, which is never given again."""

    __tablename__ = "account"
    __table_args__ = ({"sqlite_autoincrement": True},)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    password: Mapped[str] = mapped_column(String(200))
    disabled: Mapped[bool] = mapped_column(default=False)
    demo: Mapped[bool] = mapped_column(default=False)
    password_due: Mapped[bool] = mapped_column(default=False)
    """Somebody else set the password: it is changed at the next sign-in."""
    roles: Mapped[list["RoleGrant"]] = relationship(lazy="selectin")


class RoleGrant(Keyed):
    """A role held by an account in an organisation; a unit viewer's also names the unit."""

    __tablename__ = "role_grant"
    __table_args__ = (UniqueConstraint("account", "organisation_id", "role", "unit"),)
    account: Mapped[int] = mapped_column(ForeignKey("account.number"))
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[str] = mapped_column(String(20))
    unit: Mapped[str | None] = mapped_column(String(60))


class SignIn(Keyed):
    """One browser where an account is signed in; ending it is deleting the row."""

    __tablename__ = "sign_in"
    account: Mapped[int] = mapped_column(ForeignKey("account.number"))
    begun: Mapped[datetime] = mapped_column(Moment)
    browser: Mapped[str] = mapped_column(String(60), default="")
    """What the browser calls itself, in words such as “Chrome, Android”."""
    waiting: Mapped[bool] = mapped_column(default=False)
    """The password was right and the second step is still to come: nobody is signed in yet."""
    strong: Mapped[bool] = mapped_column(default=False)
    """A second factor was given."""


class CodeDevice(Record):
    """A person's device that shows a new code every half minute (RFC 6238)."""

    __tablename__ = "code_device"
    account: Mapped[int] = mapped_column(ForeignKey("account.number"), primary_key=True)
    secret: Mapped[str] = mapped_column(String(200))
    """Sealed under the installation's key."""
    confirmed: Mapped[bool] = mapped_column(default=False)
    last_step: Mapped[int | None]
    """The half minute of the last code taken, which is never taken again."""


class RecoveryCode(Keyed):
    """A code for the day the device is lost; used once, then gone."""

    __tablename__ = "recovery_code"
    account: Mapped[int] = mapped_column(ForeignKey("account.number"))
    hash: Mapped[str] = mapped_column(String(64), unique=True)


class SignInDelay(Record):
    """Tries under a name from a network since the last that succeeded, as a hash; forgotten within the hour."""

    __tablename__ = "sign_in_delay"
    door: Mapped[str] = mapped_column(String(64), primary_key=True)
    tries: Mapped[int]
    last: Mapped[datetime] = mapped_column(Moment)
