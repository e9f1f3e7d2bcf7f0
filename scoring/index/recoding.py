"""How an answer code becomes a share, definition by definition."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from instruments.index import Definition
from instruments.model import Instrument, Scale
from scoring.arrays import Numbers
from scoring.errors import Refusal
from scoring.estimate.answers import Answers
from scoring.index.indicators import scored_answers


def top2_share(codes: NDArray[np.int16], scale: Scale) -> Numbers:
    """1 for an answer from `favourable_from` upward, else 0.

    Raises:
        Refusal: the scale does not say which answers are favourable.
    """
    if scale.favourable_from is None:
        raise Refusal(
            vi=f"Thang {scale.code} chưa nói từ mức nào là hài lòng; hãy thêm favourable_from.",
            en=f"Scale {scale.code} does not say from which answer on one is satisfied; add favourable_from.",
        )
    return (codes >= scale.favourable_from).astype(np.float64)


def mean_percent(codes: NDArray[np.int16], scale: Scale) -> Numbers:
    """The answer over the highest answer of its scale: 4 of 5 is 0.8."""
    return np.maximum(codes, 0) / max(option.code for option in scale.options)


RECODES: Mapping[str, Callable[[NDArray[np.int16], Scale], Numbers]] = MappingProxyType(
    {"top2_share": top2_share, "mean_percent": mean_percent}
)


def recoded(answers: Answers, instrument: Instrument, definition: Definition) -> Numbers:
    """K × J shares, in [0, 1] inside the goalposts; 0 where there is no answer (only ever divided by those there are).

    A code with an indicator follows it under every definition.

    Raises:
        Refusal: a counted item has no scale, or its scale does not say which answers are favourable.
    """
    codes = answers.codes
    shares = scored_answers(codes, answers.numbers, answers.items, instrument)
    by_indicator = {one.code for one in instrument.index.indicators} if instrument.index else set()
    for place, code in enumerate(answers.items):
        if code not in by_indicator:
            shares[:, place] = RECODES[definition](codes[:, place], _scale_of(instrument, code))
    return np.where(codes >= 1, shares, 0.0)


def _scale_of(instrument: Instrument, code: str) -> Scale:
    item = instrument.item(code)
    if item.scale is not None:
        return instrument.scale(item.scale)
    raise Refusal(
        vi=f"Câu {code} được tính vào chỉ số nhưng không có thang; hãy thêm scale.",
        en=f"Item {code} is counted in the index but has no scale; add one.",
    )
