"""Names what is counted: an indicator by its label or its question, with the unit it speaks of filled in."""

from instruments.index import Index
from instruments.indicator import Indicator
from instruments.model import Instrument, Item
from reports.wording import label, text

_UNIT = "{unit}"


def name_of(instrument: Instrument, code: str, language: str, unit: str | None = None) -> str:
    """What a counted code is called; a question that names no unit speaks of "the office"."""
    indicator = indicator_of(instrument, code)
    if indicator is not None and indicator.label is not None:
        return filled(label(indicator.label, language), language, unit)
    item = item_behind(instrument, code)
    return code if item is None else question_of(item, language, unit)


def question_of(item: Item, language: str, unit: str | None = None) -> str:
    """The official sentence of an item, about a unit or about "the office"."""
    return filled(label(item.text, language), language, unit)


def filled(words: str, language: str, unit: str | None = None) -> str:
    """Words of an instrument with the unit they speak of; a sentence that opens with it keeps its capital."""
    name = unit or text("the_unit", language)
    written = words.replace(_UNIT, name)
    return written[:1].upper() + written[1:] if words.startswith(_UNIT) else written


def indicator_of(instrument: Instrument, code: str) -> Indicator | None:
    """How a counted code is made, where the index says so; None for an item counted as it is."""
    index: Index | None = instrument.index
    return index.indicator(code) if index else None


def item_behind(instrument: Instrument, code: str) -> Item | None:
    """The item whose answers a counted code is made from; None for a figure brought in."""
    indicator = indicator_of(instrument, code)
    if indicator is None:
        return instrument.item(code)
    return instrument.item(indicator.made_from) if indicator.is_soft else None
