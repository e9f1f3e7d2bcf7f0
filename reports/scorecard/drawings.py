"""Draws the small pictures of a scorecard: the unit among its block, answers as bars, and their key."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from reports.axis import Axis
from reports.palette import INK, RULE, TIER_LINE, answer_colours
from reports.paper.drawings import mean_line, ticks, whisker
from reports.paper.fonts import Face
from reports.tables import BlockTable, UnitRow


class Strip(Flowable):
    """All printed units of the block as pale dots on one line, this unit with its interval above them."""

    def __init__(self, axis: Axis, others: Sequence[float], row: UnitRow, table: BlockTable, face: Face) -> None:
        super().__init__()
        self.axis, self.others, self.row, self.table, self.face = axis, others, row, table, face
        self.width, self.height = axis.right + axis.left, 34

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Its own size, whatever there is room for."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the origin of its own box."""
        canvas, axis, mean = self.canv, self.axis, self.table.mean
        ticks(canvas, axis, self.face.regular, 1, self.table.language)
        canvas.setStrokeColor(HexColor(RULE))
        canvas.setLineWidth(0.4)
        canvas.line(axis.left, 11, axis.right, 11)
        canvas.setFillColor(HexColor(TIER_LINE))
        for value in self.others:
            canvas.circle(axis.at(value), 16, 2.2, stroke=0, fill=1)
        if mean is not None and mean.estimate is not None:
            mean_line(canvas, axis.at(mean.estimate), 10, 32)
        whisker(canvas, axis, (self.row.estimate, self.row.lower, self.row.upper), 26)


class Answers(Flowable):
    """One bar whose parts are the shares of the answers, least favourable at the left."""

    def __init__(self, shares: tuple[float, ...], width: float, height: float = 7) -> None:
        super().__init__()
        self.shares, self.width, self.height = shares, width, height

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Its own size, whatever there is room for."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the origin of its own box."""
        x = 0.0
        for share, colour in zip(self.shares, answer_colours(len(self.shares)), strict=True):
            self.canv.setFillColor(HexColor(colour))
            self.canv.rect(x, 0, share * self.width, self.height, stroke=0, fill=1)
            x += share * self.width
        self.canv.setStrokeColor(HexColor(RULE))
        self.canv.setLineWidth(0.3)
        self.canv.rect(0, 0, self.width, self.height, stroke=1, fill=0)


class Key(Flowable):
    """What each colour of the bars stands for, in their order."""

    def __init__(self, words: Sequence[str], face: Face, width: float) -> None:
        super().__init__()
        self.words, self.face, self.width, self.height = words, face, width, 11

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Its own size, whatever there is room for."""
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the origin of its own box."""
        x = 0.0
        for words, colour in zip(self.words, answer_colours(max(len(self.words), 1)), strict=False):
            self.canv.setFillColor(HexColor(colour))
            self.canv.setStrokeColor(HexColor(RULE))
            self.canv.rect(x, 2, 7, 7, stroke=1, fill=1)
            self.canv.setFillColor(HexColor(INK))
            self.canv.setFont(self.face.regular, 8)
            self.canv.drawString(x + 10, 2.5, words)
            x += stringWidth(words, self.face.regular, 8) + 24
