"""Says in words how an indicator is counted: from which answers, which way is better, between which goalposts."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from instruments.index import Index
from instruments.indicator import PAIR, Indicator
from instruments.model import Instrument, Option
from reports.facts import Facts
from reports.labels import item_behind, question_of
from reports.numbers import NOTHING
from reports.scales import end, natural_end
from reports.texts.indicators import TEMPLATE_COLUMNS
from reports.wording import inside, label, listed, text


def counted_how(facts: Facts, indicator: Indicator, language: str) -> str:
    """How the raw figure of an indicator is taken, as part of a sentence."""
    if _is_extra(facts.index, indicator.code):
        return text("recode_extra", language)
    words = _WORDS[indicator.recode](facts, indicator, language)
    return "; ".join([words, *_base(facts.instrument, indicator, language)])


def direction(facts: Facts, indicator: Indicator, language: str) -> str:
    """Which way is better; or that the figure is taken from another one. Bonus and penalty say so by their names."""
    if _is_extra(facts.index, indicator.code):
        return NOTHING
    if is_subtracted(facts.index, indicator.code):
        return text("subtracted", language)
    return text("higher_better" if indicator.direction == 1 else "lower_better", language)


def _is_extra(index: Index, code: str) -> bool:
    return code in (*index.bonus, *index.penalty)


def is_subtracted(index: Index, code: str) -> bool:
    """Whether a counted code is a check on another: the mean of such codes is taken from the first of its node."""
    return any(code in node.items[1:] for node in index.nodes if node.aggregation == "difference")


def goalposts(facts: Facts, indicator: Indicator, language: str) -> str:
    """What gives the lowest and what the highest score, and who fixed it."""
    if _is_extra(facts.index, indicator.code):
        return NOTHING
    low, high = facts.index.scale_of("indicator")
    if indicator.earlier_waves:
        return text("goalposts_of_waves", language, low=end(low, language), high=end(high, language))
    if indicator.goalposts_from is not None:
        ends = {"low": end(low, language), "high": end(high, language)}
        return text(f"goalposts_of_{indicator.goalposts_from.current_wave}", language, **ends)
    worse, better = indicator.bounds[:: indicator.direction]
    words = text(
        "goalposts_words",
        language,
        worse=natural_end(facts.index, indicator, worse, language),
        better=natural_end(facts.index, indicator, better, language),
        low=end(low, language),
        high=end(high, language),
    )
    return f"{words}. {indicator.goalposts_source.rstrip('. ')}." if indicator.goalposts_source else f"{words}."


def _share(chosen: Callable[[Indicator, list[Option]], Iterable[Option]]) -> Callable[[Facts, Indicator, str], str]:
    def words(facts: Facts, indicator: Indicator, language: str) -> str:
        item = item_behind(facts.instrument, indicator.code)
        options = facts.instrument.options_of(item) if item else ()
        offered = sorted(options, key=lambda option: option.code)
        return text("recode_share", language, answers=_answers(chosen(indicator, offered), language))

    return words


def _answers(options: Iterable[Option], language: str) -> str:
    words = [text("quoted", language, words=inside(label(option.label, language))) for option in options]
    return listed(words, "or", language)


def _capped(_facts: Facts, indicator: Indicator, language: str) -> str:
    return text("recode_winsorised_mean", language, cap=end(indicator.cap or 0, language))


def _points(facts: Facts, indicator: Indicator, language: str) -> str:
    item = item_behind(facts.instrument, indicator.code)
    words = [
        text("worth", language, words=inside(label(option.label, language)), points=end(points, language))
        for option in (facts.instrument.options_of(item) if item else ())
        if (points := indicator.points.get(option.code)) is not None
    ]
    return text("recode_points", language, answers="; ".join(words))


_OF_SOURCE = MappingProxyType({"self_assessed": "recode_self_assessed", "appraised": "recode_appraised"})


def _value(_facts: Facts, indicator: Indicator, language: str) -> str:
    columns = (indicator.numerator, indicator.denominator)
    keys = [f"{indicator.template}_{name}" for name in columns if name]
    if len(keys) < len(columns) or not set(keys) <= set(TEMPLATE_COLUMNS):
        return text(_OF_SOURCE.get(indicator.source, "recode_value"), language)
    over, under = (text(key, language) for key in keys)
    return text("recode_ratio", language, over=over, under=under)


def _plain(key: str) -> Callable[[Facts, Indicator, str], str]:
    return lambda _facts, _indicator, language: text(key, language)


_WORDS: Mapping[str, Callable[[Facts, Indicator, str], str]] = MappingProxyType(
    {
        "pct_top2": _share(lambda _indicator, offered: offered[-PAIR:]),
        "pct_bottom2": _share(lambda _indicator, offered: offered[:PAIR]),
        "pct_codes": _share(lambda indicator, offered: [one for one in offered if one.code in indicator.codes]),
        "mean": _plain("recode_mean"),
        "winsorised_mean": _capped,
        "grouped_median": _plain("recode_grouped_median"),
        "points": _points,
        "nps": _plain("recode_nps"),
        "value": _value,
    }
)


def _base(instrument: Instrument, indicator: Indicator, language: str) -> list[str]:
    """Whose answers count, where not everybody's do."""
    if indicator.base is None:
        return []
    item = instrument.item(indicator.base.item)
    chosen = [option for option in instrument.options_of(item) if option.code in indicator.base.codes]
    question = question_of(item, language).strip("“”? ")
    return [text("recode_base", language, answers=_answers(chosen, language), question=question)]
