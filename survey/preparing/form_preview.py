"""The questionnaire of an instrument that no wave asks yet, as respondents will see it: every question on one page."""

from collections.abc import Mapping

from instruments.model import Instrument
from survey.preparing.form_media import Shelf, with_media
from survey.preparing.form_view import Part, about_unit, parts_of, units_of_items
from survey.preparing.media import Media
from survey.preparing.page_bytes import REASONS, Typed, render
from survey.records import RegisterRow
from survey.wording import text


def preview_page(
    instrument: Instrument, register: Mapping[str, RegisterRow], language: str, back: str, media: Media
) -> str:
    """The page in a language of the instrument, with the register's units to choose from; `back` leads away from it.

    `media` are the pictures and audio it was issued or sent for comment with.
    """
    spoken = "vi" if language == "vi" else "en"
    reasons = {reason: text(f"form.none_{reason}", spoken) for reason in REASONS}
    units = {
        role.code: tuple((code, row.block) for code, row in register.items() if row.block in role.blocks)
        for role in instrument.roles
    }
    # Shown before any list of units is drawn up: a role that no unit of the register holds still has its questions.
    asked = {role: held or ((next(iter(register)), ""),) for role, held in units.items()} if register else units
    asked |= units_of_items(instrument, register)
    parts = parts_of(instrument, asked, register, language, reasons)
    parts = with_media(parts, instrument, language, Shelf(media, f"{back}/media"))
    labels = {role.code: role.label.get(language) or role.label["vi"] for role in instrument.roles}
    shown = tuple(_about(part, labels) for part in parts)
    return render("preview.html", language, instrument=instrument, parts=shown, typed=Typed(), back=back)


def _about(part: Part, labels: Mapping[str, str]) -> Part:
    """A section asked about each unit in turn stands here once, about the role."""
    return about_unit(part, f"[{labels[part.loop]}]") if part.loop else part
