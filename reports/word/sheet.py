"""An empty paper in the form of Decree 30/2020: A4, margins, Times New Roman, page numbers from the second page on."""

from datetime import date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.run import Run

FACE = "Times New Roman"
BODY_POINTS = 13
SHORT, LONG = Mm(210), Mm(297)
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(20)
SPELT_IN = {"vi": "vi-VN", "en": "en-GB"}
_MIDDAY = 12


def blank(title: str, language: str, made: date, *, is_landscape: bool = False) -> Paper:
    """A paper without a word on it; landscape is for tables too wide for a page (Decree 30/2020, annex I)."""
    paper = Document()
    _page(paper.sections[0], is_landscape=is_landscape)
    _style(paper, SPELT_IN[language])
    properties = paper.core_properties
    properties.title, properties.author, properties.language = title, "", SPELT_IN[language]
    # The day of the content, so that the same content says the same of itself.
    properties.created = properties.modified = datetime(made.year, made.month, made.day, _MIDDAY)  # noqa: DTZ001 - the library takes a moment without zone as UTC
    return paper


def saved(paper: Paper) -> bytes:
    """The paper as a file."""
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def width_of(paper: Paper) -> int:
    """The space between the margins, in the library's units (914,400 an inch)."""
    section = paper.sections[0]
    return int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)


def _page(section: Section, *, is_landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG, SHORT) if is_landscape else (SHORT, LONG)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = TOP, BOTTOM, LEFT, RIGHT
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_number(number.add_run())


def _page_number(run: Run) -> None:
    """A field that Word fills with the number of the page."""
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        part = OxmlElement("w:instrText" if words else "w:fldChar")
        if words:
            part.text = words
        else:
            part.set(qn("w:fldCharType"), str(kind))
        run._r.append(part)  # noqa: SLF001 - the library has no call for fields


def _style(paper: Paper, spelt_in: str) -> None:
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = FACE, Pt(BODY_POINTS)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FACE)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), spelt_in)
    normal.element.get_or_add_rPr().append(tongue)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
