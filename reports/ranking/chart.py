"""Draws the one chart of a block: scores with their intervals beside ranks with their sets."""

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from reports.axis import axis_of, rank_axis
from reports.palette import INK
from reports.paper.drawings import grid, mean_line, rank_bar, ticks, whisker
from reports.paper.fonts import Face
from reports.tables import BlockTable, UnitRow
from reports.wording import text

_LINE, _LETTERS, _LEADING, _HEAD = 11.5, 8, 9, 28


def _last_rank(table: BlockTable) -> int:
    """How many units were ranked, more than the rows where only the first ranks are public."""
    return max(row.rank_of or 1 for row in table.ranked_rows)


class BlockChart(Flowable):
    """One line a unit, at the height its name needs; the right panel only where there are ranks."""

    def __init__(self, table: BlockTable, face: Face, width: float) -> None:
        super().__init__()
        self.table, self.face, self.rows = table, face, table.printed_rows
        has_ranks, names = bool(table.ranked_rows), width * 0.31
        self.scores = axis_of(self.rows, table.mean, table.reach, names, width * (0.68 if has_ranks else 0.98))
        self.ranks = rank_axis(_last_rank(table), width * 0.74, width * 0.98) if has_ranks else None
        self.names = [simpleSplit(row.short_name, face.regular, _LETTERS, names - 10) for row in self.rows]
        self.heights = [max(_LINE, len(lines) * _LEADING + 2.5) for lines in self.names]
        self.width, self.height = width, sum(self.heights) + _HEAD

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Its own size, whatever there is room for."""
        return self.width, self.height

    def draw(self) -> None:
        """Panels first, then one line a unit from the top."""
        top = self.height - _HEAD
        self._panels(self.canv, top)
        for row, lines, height in zip(self.rows, self.names, self.heights, strict=True):
            self._unit(self.canv, row, lines, top - height / 2)
            top -= height

    def _panels(self, canvas: Canvas, top: float) -> None:
        for axis, words in ((self.scores, self.table.measure), (self.ranks, text("rank_and_set", self.table.language))):
            if axis is None:
                continue
            grid(canvas, axis, 0, top)
            ticks(canvas, axis, self.face.regular, top + 4, self.table.language)
            canvas.setFillColor(HexColor(INK))
            canvas.setFont(self.face.bold, _LETTERS)
            canvas.drawCentredString((axis.left + axis.right) / 2, self.height - 9, words)
        if self.table.mean is not None and self.table.mean.estimate is not None:
            mean_line(canvas, self.scores.at(self.table.mean.estimate), 0, top)

    def _unit(self, canvas: Canvas, row: UnitRow, lines: list[str], y: float) -> None:
        canvas.setFillColor(HexColor(INK))
        canvas.setFont(self.face.regular, _LETTERS)
        first = y + (len(lines) - 1) * _LEADING / 2 - 2.8
        for place, line in enumerate(lines):
            canvas.drawRightString(self.scores.left - 8, first - place * _LEADING, line)
        whisker(canvas, self.scores, (row.estimate, row.lower, row.upper), y)
        if self.ranks is not None:
            rank_bar(canvas, self.ranks, (row.rank, row.rank_lower, row.rank_upper), y)
