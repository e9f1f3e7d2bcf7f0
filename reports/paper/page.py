"""Sets content on pages: margins and page numbers of Decree 30/2020, fingerprint, mark of simulation."""

import calendar
import io
import time
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from html import escape
from itertools import groupby
from typing import Any

import segno
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from instruments.fingerprint import printed
from instruments.vietnamese import nfc
from reports.palette import INK, MARK, MARK_OPACITY, RULE, SOFT
from reports.paper.fonts import Face
from reports.wording import long_day, simulated_mark, text

rl_config.useA85 = 0
"""Streams as bytes: a fifth smaller and quicker than as letters."""
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 15 * mm, 20 * mm, 25 * mm
WIDTH = A4[0] - LEFT - RIGHT
HEIGHT = A4[1] - TOP - BOTTOM
_QR = 15 * mm
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_MARK_ANGLE, _MARK_SIZE, _MARK_STEP = 32, 17, 150


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every page of one document carries."""

    face: Face
    title: str
    subject: str
    language: str
    made: date
    fingerprint: str
    address: str
    simulated: bool


class Heading(Paragraph):
    """A paragraph that enters the outline of the document; level 0 stands at the left."""

    def __init__(self, words: str, style: ParagraphStyle, level: int) -> None:
        super().__init__(words, style)
        self.level = level


def written(sheet: Sheet, content: list[Flowable]) -> bytes:
    """The PDF of the content; the same content, face and day give the same bytes."""
    buffer = io.BytesIO()
    document = _Document(
        buffer, pagesize=A4, title=nfc(sheet.title), subject=nfc(sheet.subject), author="", creator="Thước đo",
        producer="Thước đo", lang=_LANGUAGES.get(sheet.language, sheet.language), invariant=1,
        initialFontName=sheet.face.regular, pageCompression=1,
    )  # fmt: skip
    frame = Frame(LEFT, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    furniture = _Furniture(sheet)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=furniture.below, onPageEnd=furniture.above))
    document.build(content, canvasmaker=_dated_canvas(sheet.made))
    return buffer.getvalue()


class _Document(BaseDocTemplate):
    """Enters headings into the outline as they are set."""

    places = 0

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - the writer's name for it
        if not isinstance(flowable, Heading):
            return
        self.places += 1
        key = f"place-{self.places}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(nfc(flowable.getPlainText()), key, flowable.level, closed=False)
        self.canv.showOutline()


def _dated_canvas(made: date) -> Any:  # noqa: ANN401 - a maker of canvases, as the writer wants it
    def canvas(*arguments: Any, **options: Any) -> Canvas:  # noqa: ANN401 - passed on unread
        drawn = Canvas(*arguments, **options)
        _date(drawn, made)
        return drawn

    return canvas


def _date(canvas: Canvas, made: date) -> None:
    """The day of the snapshot instead of the day of printing: a document is as old as its numbers."""
    stamp = vars(canvas)["_doc"]._timeStamp  # noqa: SLF001 - the writer knows only "now" and one fixed day
    moment = datetime(made.year, made.month, made.day).timetuple()  # noqa: DTZ001 - a day has no zone
    stamp.t = calendar.timegm(moment)
    stamp.lt = time.gmtime(stamp.t)
    stamp.YMDhms = tuple(moment)[:6]


class _Furniture:
    """Page number, footer and mark, drawn around the content of each page."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def below(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        if document.page > 1:
            canvas.setFont(self.sheet.face.regular, 13)
            canvas.drawCentredString(LEFT + WIDTH / 2, A4[1] - 13 * mm, str(document.page))
        canvas.restoreState()

    def above(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.saveState()
        self._footer(canvas)
        canvas.restoreState()
        if self.sheet.simulated:
            draw_marks(canvas, self.sheet.face, self.sheet.language)

    def _footer(self, canvas: Canvas) -> None:
        sheet, top = self.sheet, BOTTOM - 5 * mm
        canvas.setStrokeColor(HexColor(RULE))
        canvas.setLineWidth(0.4)
        canvas.line(LEFT, top, LEFT + WIDTH, top)
        _qr(canvas, sheet.address, LEFT, top - 1.2 * mm - _QR)
        left = LEFT + _QR + 3 * mm
        canvas.setFillColor(HexColor(INK))
        canvas.setFont(sheet.face.bold, 9)
        canvas.drawString(left, top - 6 * mm, f"{text('fingerprint', sheet.language)}: {printed(sheet.fingerprint)}")
        canvas.setFillColor(HexColor(SOFT))
        canvas.setFont(sheet.face.regular, 8)
        canvas.drawString(left, top - 10 * mm, nfc(sheet.subject))
        canvas.drawString(
            left, top - 13.6 * mm, text("footer_day", sheet.language, day=long_day(sheet.made, sheet.language))
        )


def _qr(canvas: Canvas, address: str, x: float, y: float) -> None:
    """The code drawn once as a form and placed on each page."""
    if not canvas.hasForm("qr"):
        canvas.beginForm("qr", 0, 0, _QR, _QR)
        canvas.setFillColor(HexColor(INK))
        canvas.drawPath(PDFPathObject([_outline(address)]), stroke=0, fill=1)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm("qr")
    canvas.restoreState()


@cache
def _outline(address: str) -> str:
    """The dark modules of the code as one path, drawn once for all documents of a run."""
    matrix = segno.make(address, error="m", boost_error=False).matrix
    size = _QR / len(matrix)
    path = PDFPathObject()
    for row, line in enumerate(matrix):
        column = 0
        for dark, modules in groupby(line):
            length = len(list(modules))
            if dark:
                path.rect(column * size, _QR - (row + 1) * size, length * size, size)
            column += length
    return str(path.getCode())


def draw_marks(canvas: Canvas, face: Face, language: str) -> None:
    """The mark of simulated data across the whole page, close enough that any table or chart cut out keeps it."""
    if not canvas.hasForm("simulated"):
        canvas.beginForm("simulated", 0, 0, *A4)
        canvas.setFillColor(HexColor(MARK))
        canvas.setFont(face.bold, _MARK_SIZE)
        for y in range(-80, int(A4[1]) + 80, _MARK_STEP):
            canvas.saveState()
            canvas.translate(A4[0] / 2, y)
            canvas.rotate(_MARK_ANGLE)
            canvas.drawCentredString(0, 0, simulated_mark(language))
            canvas.restoreState()
        canvas.endForm()
    canvas.saveState()
    canvas.setFillAlpha(MARK_OPACITY)
    canvas.doForm("simulated")
    canvas.restoreState()


def escaped(words: str) -> str:
    """Text for a paragraph: composed letters, and no character that would be read as markup."""
    return escape(nfc(words), quote=False)
