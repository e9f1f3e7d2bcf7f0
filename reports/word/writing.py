"""Writes into a paper: paragraphs in their size and weight, the short lines under a heading, tables with a grid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from reports.word.sheet import BODY_POINTS

LEFT, CENTRE, JUSTIFIED = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
FIRST_LINE = Mm(10)
GAP = Pt(6)
_UNWRITABLE = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
LINE_EIGHTHS = "6"
"""Width of a line in eighths of a point."""


@dataclass(frozen=True, slots=True)
class Look:
    """How words are set."""

    points: float = BODY_POINTS
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = LEFT


PLAIN = Look()
Piece = tuple[str, Look]


def write(place: Paper | _Cell, words: str, look: Look = PLAIN) -> Paragraph:
    """A new paragraph at the end of a paper or cell; the empty one that every cell begins with is used first."""
    paragraph = _next(place)
    paragraph.alignment = look.align
    say(paragraph, words, look)
    return paragraph


def say(paragraph: Paragraph, words: str, look: Look = PLAIN) -> None:
    """More words in a paragraph, without the few characters that no such file can hold."""
    run = paragraph.add_run(_UNWRITABLE.sub("", words))
    run.font.size, run.bold, run.italic = Pt(look.points), look.bold, look.italic


def body(paper: Paper, words: str) -> Paragraph:
    """A paragraph of running text: justified, its first line set in, a gap below."""
    paragraph = write(paper, words, Look(align=JUSTIFIED))
    paragraph.paragraph_format.first_line_indent, paragraph.paragraph_format.space_after = FIRST_LINE, GAP
    return paragraph


def line_below(place: Paper | _Cell, length: Length, width: int) -> None:
    """A line of that length in the middle of a place of that width, as it stands under names and titles."""
    paragraph = _next(place)
    side = Length(max(0, (width - length) // 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.line_spacing = Pt(4)
    edge = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", LINE_EIGHTHS), ("space", "1"), ("color", "000000")):
        edge.set(qn(f"w:{name}"), value)
    edges = OxmlElement("w:pBdr")
    edges.append(edge)
    paragraph._p.get_or_add_pPr().append(edges)  # noqa: SLF001 - the library has no call for borders


def table(paper: Paper, widths: Sequence[Length], *, has_grid: bool) -> Table:
    """A table of one row with these columns, which keep their widths."""
    made: Table = paper.add_table(rows=1, cols=len(widths), style="Table Grid" if has_grid else None)
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    fit(made.rows[0], widths)
    return made


def more(made: Table, widths: Sequence[Length]) -> _Row:
    """One more row of a table, whole on its page."""
    row: _Row = made.add_row()  # type: ignore[no-untyped-call] # the library's
    fit(row, widths)
    keep_whole(row)
    return row


def keep_whole(row: _Row) -> None:
    """Breaks no page inside a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - the library has no call for it


def fit(row: _Row, widths: Sequence[Length]) -> None:
    """Gives the cells of a row their widths, which word processors look at before the columns'."""
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = width


def repeat(row: _Row) -> None:
    """Prints a row again at the head of every page that its table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - the library has no call for it


def _next(place: Paper | _Cell) -> Paragraph:
    paragraphs = place.paragraphs
    is_fresh = isinstance(place, _Cell) and len(paragraphs) == 1 and not paragraphs[0].runs
    return paragraphs[0] if is_fresh else place.add_paragraph()
