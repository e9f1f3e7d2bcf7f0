"""Pictures and audio put into the form: each question with the addresses of what it is shown and heard with."""

from dataclasses import dataclass, replace

from instruments.model import Instrument, Item
from survey.preparing.form_view import Part, Question, Shown
from survey.preparing.media import Media


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files of a version or a draft, and the address that their digests stand behind."""

    media: Media
    address: str

    def at(self, name: str) -> str:
        """The address of a file: another file has another one, so it can be kept for ever."""
        return f"{self.address}/{self.media[name].blob}"


def with_media(parts: tuple[Part, ...], instrument: Instrument, language: str, shelf: Shelf) -> tuple[Part, ...]:
    """The sections, each question with its picture and with its audio in the language; files not there are left out."""
    if not shelf.media:
        return parts
    return tuple(
        replace(part, questions=tuple(_put(one, instrument.item(one.code), language, shelf) for one in part.questions))
        for part in parts
    )


def _put(question: Question, item: Item, language: str, shelf: Shelf) -> Question:
    heard = (item.spoken or {}).get(language)
    sound = shelf.at(heard) if heard and heard in shelf.media else None
    return replace(question, picture=_picture(item, language, shelf), sound=sound)


def _picture(item: Item, language: str, shelf: Shelf) -> Shown | None:
    if item.picture is None or item.picture.file not in shelf.media:
        return None
    row, alt = shelf.media[item.picture.file], item.picture.alt
    return Shown(shelf.at(row.name), alt.get(language) or next(iter(alt.values())), row.width or 0, row.height or 0)
