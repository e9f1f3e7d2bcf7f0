"""Draws the one analytic figure of the method: every unit's score and interval against its ratings, block by block."""

import io
from functools import cache
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MaxNLocator
from reportlab.platypus import Image

from reports.palette import MARK, MARK_OPACITY, MEAN, RULE, SCORE
from reports.paper.fonts import Face
from reports.paper.page import WIDTH
from reports.tables import BlockTable
from reports.wording import number, simulated_mark, text

FUNNEL_HEIGHT = 190
"""Points on the page."""
_DPI = 220
_POINTS_PER_INCH = 72
_MARGINS = {"left": 0.075, "right": 0.99, "bottom": 0.17, "top": 0.8, "wspace": 0.2}


def funnel(tables: tuple[BlockTable, ...], face: Face) -> Image:
    """The figure as a picture of the page, the same bytes for the same tables and face."""
    return Image(io.BytesIO(funnel_png(tables, face)), width=WIDTH, height=FUNNEL_HEIGHT)


def funnel_png(tables: tuple[BlockTable, ...], face: Face) -> bytes:
    """One panel a block on a common scale of scores, at 220 dots an inch."""
    shown = tuple(table for table in tables if table.printed_rows)
    size = (WIDTH / _POINTS_PER_INCH, FUNNEL_HEIGHT / _POINTS_PER_INCH)
    figure = Figure(figsize=size, dpi=_DPI)
    FigureCanvasAgg(figure)
    panels = figure.subplots(1, max(len(shown), 1), sharey=True, squeeze=False, gridspec_kw=_MARGINS)[0]
    for table, panel in zip(shown, panels, strict=False):
        _panel(panel, table, face)
    if shown:
        panels[0].set_ylabel(shown[0].measure, fontproperties=_letters(face.file, 7.5))
        figure.supxlabel(text("figure_ratings", shown[0].language), fontproperties=_letters(face.file, 7.5))
    if any(table.simulated for table in shown):
        _mark(figure, shown[0].language, face)
    picture = io.BytesIO()
    figure.savefig(picture, format="png", dpi=_DPI, metadata={"Software": None})
    return picture.getvalue()


@cache
def _letters(file: Path, size: float) -> FontProperties:
    return FontProperties(fname=str(file), size=size)


def _panel(panel: Axes, table: BlockTable, face: Face) -> None:
    places = [(row.n or 0, row.estimate or 0, row.lower or 0, row.upper or 0) for row in table.printed_rows]
    ratings, scores, lower, upper = (list(values) for values in zip(*places, strict=True))
    panel.vlines(ratings, lower, upper, color=SCORE, linewidth=0.7, alpha=0.65)
    panel.plot(ratings, scores, color=SCORE, marker="o", markersize=2.4, linestyle="")
    if table.mean is not None and table.mean.estimate is not None:
        panel.axhline(table.mean.estimate, color=MEAN, linewidth=0.9, linestyle=(0, (3, 2)))
    panel.set_title(_folded(table.title), fontproperties=_letters(face.bold_file, 7.5))
    _axes(panel, table, face)


def _axes(panel: Axes, table: BlockTable, face: Face) -> None:
    panel.margins(x=0.15)
    panel.grid(visible=True, color=RULE, linewidth=0.25, alpha=0.6)
    panel.xaxis.set_major_formatter(lambda value, _place: number(value, 0, table.language))
    panel.yaxis.set_major_formatter(lambda value, _place: number(value, 0, table.language))
    panel.xaxis.set_major_locator(MaxNLocator(nbins=3, integer=True, prune="both"))
    for tick in (*panel.get_xticklabels(), *panel.get_yticklabels()):
        tick.set_fontproperties(_letters(face.file, 7))
    for side in ("top", "right"):
        panel.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        panel.spines[side].set_linewidth(0.5)


def _folded(title: str) -> str:
    """A long title on two or three lines, broken between words."""
    lines: list[str] = []
    for word in title.split():
        if lines and len(lines[-1]) + len(word) < _LETTERS_A_LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


_LETTERS_A_LINE = 20


def _mark(figure: Figure, language: str, face: Face) -> None:
    figure.text(
        0.53, 0.48, simulated_mark(language), rotation=14, ha="center", va="center", color=MARK,
        alpha=MARK_OPACITY * 1.3, fontproperties=_letters(face.bold_file, 15),
    )  # fmt: skip
