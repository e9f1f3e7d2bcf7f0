"""What comes beside the answers: language, day, seconds, the order of items, the consent text shown."""

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from survey.wording import LANGUAGES, text

Place = tuple[str, dict[str, str]]
STEP_SECONDS = 30
LONGEST_SECONDS = 3600
LARGEST_ORDER = 255
LARGEST_NUMBER = 10**9
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MARK = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Paradata:
    """The paradata of a response as they are stored; the day as the device gave it."""

    language: str
    day: date | None
    seconds: int | None
    item_order: int | None
    consent: str | None


def day_given(given: Mapping[str, object]) -> date | None:
    """The device's day; None where it gave none that can be read."""
    day = given.get("day")
    if not isinstance(day, str) or not _DAY.fullmatch(day):
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def read_paradata(given: Mapping[str, object], languages: Collection[str]) -> tuple[Paradata, tuple[Place, ...]]:
    """The paradata, coarsened as they are kept, and what is wrong with them."""
    language, consent = given.get("language"), given.get("consent")
    seconds, order = given.get("seconds"), given.get("item_order")
    found = {
        "paradata.language": language in languages,
        "paradata.consent": consent is None or (isinstance(consent, str) and bool(_MARK.fullmatch(consent))),
        "paradata.seconds": seconds is None or (_is_number(seconds) and 0 <= _number(seconds) < math.inf),
        "paradata.item_order": order is None or (type(order) is int and 0 <= order <= LARGEST_ORDER),
    }
    wrong = tuple((place, sentences("api.paradata")) for place, is_sound in found.items() if not is_sound)
    if wrong:
        return Paradata("", None, None, None, None), wrong
    return Paradata(
        language=str(language),
        day=day_given(given),
        seconds=None if seconds is None else _coarse(_number(seconds)),
        item_order=order if isinstance(order, int) else None,
        consent=str(consent) if consent else None,
    ), ()


def sentences(key: str, **words: object) -> dict[str, str]:
    """A text of the catalogues in every language of the house."""
    return {language: text(key, language, **words) for language in LANGUAGES}


def _coarse(seconds: float) -> int:
    """Rounded up to 30 s, at most an hour: the time taken shall tell nobody apart."""
    return min(math.ceil(seconds / STEP_SECONDS) * STEP_SECONDS, LONGEST_SECONDS)


def _is_number(value: object) -> bool:
    """Whether it is a number that a clock could show; a whole one beyond that would not even fit a float."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST_NUMBER


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
