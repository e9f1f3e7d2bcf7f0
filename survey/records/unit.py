"""The register of units: one row for each name a unit has borne."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from survey.ground import Record

BYTE_ORDERED = String(400).with_variant(String(400, collation="C"), "postgresql")
"""Text ordered byte by byte on both databases: PostgreSQL would pass over spaces under another collation."""


class RegisterRow(Record):
    """A unit from a day on; the latest row not after a wave's day gives the name."""

    __tablename__ = "register_row"
    code: Mapped[str] = mapped_column(String(60), primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True)
    valid_to: Mapped[date | None]
    name_vi: Mapped[str] = mapped_column(String(200))
    name_en: Mapped[str] = mapped_column(String(200))
    short_name: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(20))
    block: Mapped[str] = mapped_column(String(40))
    parent: Mapped[str | None] = mapped_column(String(60))
    sort_key: Mapped[str] = mapped_column(BYTE_ORDERED)

    def name(self, language: str) -> str:
        """What the unit is called in the language, English beside any other than Vietnamese."""
        return self.name_vi if language == "vi" else self.name_en
