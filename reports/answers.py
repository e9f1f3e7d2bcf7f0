"""Names the answers of an index in the words of its instrument, and works its formula out on one example."""

from dataclasses import dataclass

from instruments.index import Definition
from instruments.model import Scale
from reports.facts import Facts
from reports.numbers import number
from reports.wording import inside, label, listed, text

_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Example:
    """Answers to one question, and what they make of it: as a fraction in words, and in per cent."""

    answers: str
    fraction: str
    percent: float


def favourable(facts: Facts, language: str) -> str:
    """The answers that count as satisfied, by their labels; in general words where the scales counted differ."""
    found = {_favourable(scale, language) for scale in _scales(facts)}
    labels = found.pop() if len(found) == 1 else ()
    return listed([inside(words) for words in labels], "or", language) if labels else text("favourable", language)


def _favourable(scale: Scale, language: str) -> tuple[str, ...]:
    return tuple(label(option.label, language) for option in scale.options if _is_favourable(option.code, scale))


def _is_favourable(code: int, scale: Scale) -> bool:
    return scale.favourable_from is not None and code >= scale.favourable_from


def _scales(facts: Facts) -> tuple[Scale, ...]:
    """The scales of the items counted, each once, in the order of the index."""
    items = map(facts.instrument.item, facts.index.items_below(facts.index.code))
    return tuple(facts.instrument.scale(code) for code in dict.fromkeys(item.scale for item in items) if code)


def example(facts: Facts, definition: Definition, language: str) -> Example:
    """The highest answers of a scale, one person each: 5, 4 and 3 of five make 2/3 favourable, and a mean of 4/5."""
    scale = _scales(facts)[0]
    codes = sorted((option.code for option in scale.options), reverse=True)[:_LONGEST]
    if definition == "top2_share":
        over, under = float(sum(_is_favourable(code, scale) for code in codes)), len(codes)
    else:
        over, under = sum(codes) / len(codes), codes[0]
    fraction = f"{number(over, 0 if over.is_integer() else 2, language)}/{under}"
    return Example(listed([str(code) for code in codes], "and", language), fraction, 100 * over / under)
