"""How long answering takes: an estimate along the longest way through the form, from what is read and decided.

    seconds = syllables / (370/60) + 5 × questions + 2 × further lines of a table + 1 × options to tick
              + 15 × texts that are asked for + 10 × units to find

- *Reading*: 370 syllables a minute, the mean of 17 languages read aloud (IReST, doi:10.1167/iovs.11-8284). Vietnamese
  is written syllable by syllable; another first language is read at the 184 words a minute of the same study.
- *Deciding*: market researchers' rule of thumb (W/5 + 5 Q + 2 (D − Q) + 15 T) / 60: 5 seconds a question, 2 for each
  further line of a table (items that share a scale, one below the other, the labels read once), half of that for each
  option to tick, 15 for a text. A text that may be left out is only read.
- *Ours*: 10 seconds to find a unit in its list. A stand-alone question of ten syllables with five short answers comes
  to 9 seconds, where a panel that measures its questions counts about 10 (Pew Research Center, 2022).
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Final

from instruments.conditions import Answers, Asked, items_read, route
from instruments.model import Instrument, Item, Role, Section

_READ_A_MINUTE: Final[Mapping[str, int]] = MappingProxyType({"vi": 370})
_WORDS_A_MINUTE: Final = 184
_QUESTION, _FURTHER_LINE, _TICK, _WRITTEN, _FOUND = 5.0, 2.0, 1.0, 15.0, 10.0
_MOST_WAYS: Final = 150
"""So many ways through a form are tried; a form with more turns than that is estimated along a shorter one."""


def minutes_to_answer(instrument: Instrument) -> int:
    """Whole minutes, at least one; the instrument must be one without mistakes that forbid its use."""
    return max(1, round(_longest(instrument) / 60))


def _longest(instrument: Instrument) -> float:
    """The longer of two climbs: from a form left blank, and from one where every turn gets its first answer."""
    turns = tuple(islice(_turns(instrument), _MOST_WAYS))
    first_answers = dict(reversed(turns))
    return max(_climbed(instrument, turns, start) for start in ({}, first_answers))


def _climbed(instrument: Instrument, turns: tuple[tuple[str, object], ...], start: Answers) -> float:
    """Turn by turn in the order of the form, the answer that opens most; the longest form of a split ballot."""
    answers, longest = start, _seconds(instrument, start)
    for code, value in turns:
        turned = {**answers, code: value}
        seconds = _seconds(instrument, turned)
        if seconds > longest:
            answers, longest = turned, seconds
    return max((_seconds(instrument, answers, form) for form in instrument.forms[:_MOST_WAYS]), default=longest)


def _turns(instrument: Instrument) -> Iterator[tuple[str, object]]:
    """Answers to the items that conditions read."""
    conditions = [section.when for section in instrument.sections] + [item.when for item in instrument.items()]
    read = frozenset[str]().union(*map(items_read, conditions))
    for item in instrument.items():
        if item.code in read:
            yield from ((item.code, value) for value in _values(instrument, item))


def _values(instrument: Instrument, item: Item) -> Iterator[object]:
    codes = [option.code for option in instrument.options_of(item)]
    if item.kind == "multiple":
        yield codes
        yield from ([code] for code in codes)
    else:
        yield from codes
        yield from (bound for bound in (item.maximum, item.minimum) if bound is not None)


def _seconds(instrument: Instrument, answers: Answers, form: str | None = None) -> float:
    shown = route(instrument, answers, Asked(form, every_loop=True))
    reading = _reading(instrument, instrument.intro)
    return reading + sum(_of_section(instrument, section, items) for section, items in shown)


def _of_section(instrument: Instrument, section: Section, items: tuple[Item, ...]) -> float:
    finding = sum(_of_role(instrument, instrument.role(code)) for code in section.roles)
    reading = _reading(instrument, section.intro) if items else 0
    lines = zip(items, (None, *items), strict=False)
    answering = sum(_times(instrument, item) * _of_item(instrument, item, above) for item, above in lines)
    return finding + reading + answering


def _of_role(instrument: Instrument, role: Role) -> float:
    return _reading(instrument, role.question, role.hint) + _FOUND * (role.loop.at_most if role.loop else 1)


def _times(instrument: Instrument, item: Item) -> int:
    loops = {role.code: role.loop.at_most for role in instrument.roles if role.loop}
    return loops.get(item.role or "", 1)


def _of_item(instrument: Instrument, item: Item, above: Item | None) -> float:
    reading = _reading(instrument, item.text, item.plain)
    if item.kind == "note":
        return reading
    if above and item.scale and item.scale == above.scale:
        return reading + _FURTHER_LINE
    options = instrument.options_of(item)
    ticking = _TICK * len(options) if item.kind == "multiple" else 0
    writing = _WRITTEN if item.kind == "text" and item.required else 0
    finding = _FOUND if item.kind == "unit" else 0
    return (
        reading + _reading(instrument, *(option.label for option in options)) + _QUESTION + ticking + writing + finding
    )


def _reading(instrument: Instrument, *texts: Mapping[str, str] | None) -> float:
    language = instrument.languages[0]
    words = sum(len(text.get(language, "").split()) for text in texts if text)
    return words * 60 / _READ_A_MINUTE.get(language, _WORDS_A_MINUTE)
