"""Draws intervals and rank sets straight on the page: crisp, small, in the face of the text."""

import re

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from reports.axis import Axis
from reports.palette import INK, MEAN, SCORE, SOFT, TIER_LINE
from reports.paper.fonts import Face
from reports.wording import number

_LIMITS = 7
"""Letters of an interval below its value, smaller where the column is narrow."""
_BAR = 7
"""How thick a bar of a distribution is."""
_VALUE, _LINE = 10, 8
"""Points that a value and each line below it take."""
_PARTED = re.compile(r"; |(?<=,) ")
_ROOM_OF_A_TICK = 16
"""Points between two ticks below which their numbers would touch."""


class Whisker(Flowable):
    """One interval with its score and the mean of the block, in a cell of a table."""

    def __init__(self, axis: Axis, values: tuple[float | None, float | None, float | None], mean: float | None) -> None:
        super().__init__()
        self.axis, self.values, self.mean = axis, values, mean
        self.width, self.height = axis.right, 9

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Its own size, whatever there is room for."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the origin of its own box."""
        if self.mean is not None:
            mean_line(self.canv, self.axis.at(self.mean), -4, self.height + 4)
        whisker(self.canv, self.axis, self.values, self.height / 2)


class Scale(Flowable):
    """The ticks of the axis, in the head of the column of whiskers."""

    def __init__(self, axis: Axis, font: str, language: str) -> None:
        super().__init__()
        self.axis, self.font, self.language = axis, font, language
        self.width, self.height = axis.right, 10

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Its own size, whatever there is room for."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the origin of its own box."""
        ticks(self.canv, self.axis, self.font, 2, self.language)


def ticks(canvas: Canvas, axis: Axis, font: str, y: float, language: str) -> None:
    """Values of the round ticks; every second one where they would touch."""
    places = axis.ticks()
    room = (axis.right - axis.left) / max(len(places) - 1, 1)
    every = 1 if room > _ROOM_OF_A_TICK else 2
    canvas.setFillColor(HexColor(SOFT))
    canvas.setFont(font, 7)
    for value, x in places[::every]:
        canvas.drawCentredString(x, y, number(value, 0, language))


def mean_line(canvas: Canvas, x: float, bottom: float, top: float) -> None:
    """The block's mean: a dashed line, so that it needs no colour to be told apart."""
    canvas.saveState()
    canvas.setStrokeColor(HexColor(MEAN))
    canvas.setLineWidth(0.9)
    canvas.setDash(2.5, 2)
    canvas.line(x, bottom, x, top)
    canvas.restoreState()


def whisker(canvas: Canvas, axis: Axis, values: tuple[float | None, float | None, float | None], y: float) -> None:
    """Score, lower and upper limit as a dot on a line with caps; a figure without limits, an open square alone."""
    score, lower, upper = values
    if score is None:
        return
    canvas.setStrokeColor(HexColor(SCORE))
    canvas.setFillColor(HexColor(SCORE))
    canvas.setLineWidth(1)
    if lower is None or upper is None:
        canvas.rect(axis.at(score) - 2, y - 2, 4, 4, stroke=1, fill=0)
        return
    low, high = axis.at(lower), axis.at(upper)
    canvas.line(low, y, high, y)
    for x in (low, high):
        canvas.line(x, y - 2.2, x, y + 2.2)
    canvas.circle(axis.at(score), y, 2, stroke=0, fill=1)


def rank_bar(canvas: Canvas, axis: Axis, values: tuple[int | None, int | None, int | None], y: float) -> None:
    """Rank and its set as a dot in a pale bar; nothing where there is no rank."""
    rank, lower, upper = values
    if rank is None or lower is None or upper is None:
        return
    left, right = axis.at(lower) - 2.5, axis.at(upper) + 2.5
    canvas.setFillColor(HexColor(TIER_LINE))
    canvas.roundRect(left, y - 2.5, right - left, 5, 2.5, stroke=0, fill=1)
    canvas.setFillColor(HexColor(INK))
    canvas.circle(axis.at(rank), y, 2, stroke=0, fill=1)


def grid(canvas: Canvas, axis: Axis, bottom: float, top: float) -> None:
    """Thin lines at the ticks."""
    canvas.setStrokeColor(HexColor(TIER_LINE))
    canvas.setLineWidth(0.3)
    for _, x in axis.ticks():
        canvas.line(x, bottom, x, top)


class Stacked(Flowable):
    """A value with its interval, or what is said of it, below in smaller letters; all centred."""

    def __init__(self, value: str, limits: str, face: Face, width: float) -> None:
        super().__init__()
        self.value, self.face, self.width = value, face, width
        self.lines = self._broken(limits)
        self.height = _VALUE + _LINE * len(self.lines)

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Its own size, whatever there is room for."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the origin of its own box."""
        self.canv.setFillColor(HexColor(INK))
        self.canv.setFont(self.face.regular, 9)
        self.canv.drawCentredString(self.width / 2, self.height - 8, self.value)
        for place, line in enumerate(reversed(self.lines)):
            self.canv.setFont(self.face.regular, min(_LIMITS, _LIMITS * self.width / self._length(line)))
            self.canv.drawCentredString(self.width / 2, 1.5 + _LINE * place, line)

    def _broken(self, words: str) -> tuple[str, ...]:
        """On two lines what would have to shrink, where a comma or semicolon parts it."""
        if not words or self._length(words) <= self.width:
            return (words,) if words else ()
        return tuple(_PARTED.split(words, maxsplit=1))

    def _length(self, words: str) -> float:
        return stringWidth(words, self.face.regular, _LIMITS)


class Bar(Flowable):
    """A bar as long as its share of the width, filled so that it stands out in grey print as well."""

    def __init__(self, share: float, width: float) -> None:
        super().__init__()
        self.share, self.width, self.height = share, width, _BAR

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Its own size, whatever there is room for."""
        return self.width, self.height

    def draw(self) -> None:
        """From the left; nothing where nobody is."""
        if self.share:
            self.canv.setFillColor(HexColor(SCORE))
            self.canv.rect(0, 0, self.share * self.width, self.height, stroke=0, fill=1)
