"""Organisations: the offices that run surveys, and those that are rated."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Keyed


class Organisation(Keyed):
    """An office whose people work in the house; its name comes from the register by date."""

    __tablename__ = "organisation"
    unit: Mapped[str] = mapped_column(String(60), unique=True)
