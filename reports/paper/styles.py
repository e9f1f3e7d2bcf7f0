"""The paragraph and table styles of printed results, in one face."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

from reports.palette import INK, PALE, RULE, SOFT
from reports.paper.fonts import Face

Command = tuple[Any, ...]
"""One line of a table style, as the PDF writer takes it."""


@dataclass(frozen=True)
class Styles:
    """One style a kind of text; names say what stands in it."""

    face: Face
    annex: ParagraphStyle
    title: ParagraphStyle
    attached: ParagraphStyle
    heading: ParagraphStyle
    subheading: ParagraphStyle
    table_heading: ParagraphStyle
    body: ParagraphStyle
    point: ParagraphStyle
    note: ParagraphStyle
    cell: ParagraphStyle
    cell_bold: ParagraphStyle
    cell_fine: ParagraphStyle
    cell_reason: ParagraphStyle
    cell_centre: ParagraphStyle
    cell_phrase: ParagraphStyle
    cell_tier: ParagraphStyle
    head: ParagraphStyle
    head_small: ParagraphStyle
    card_kind: ParagraphStyle
    card_unit: ParagraphStyle
    card_line: ParagraphStyle
    card_figure: ParagraphStyle
    card_word: ParagraphStyle
    card_bold: ParagraphStyle
    card_text: ParagraphStyle
    card_small: ParagraphStyle
    card_item: ParagraphStyle
    card_heading: ParagraphStyle
    card_said: ParagraphStyle


@cache
def styles_of(face: Face) -> Styles:
    """Sizes after the annex form of Decree 30/2020: 14 bold, 13 capitals bold, 13 italic, text 13; tables smaller."""
    body = ParagraphStyle(
        "body", fontName=face.regular, bulletFontName=face.regular, fontSize=13, leading=17.5, alignment=TA_JUSTIFY,
        spaceAfter=6, textColor=HexColor(INK),
    )  # fmt: skip
    cell = ParagraphStyle("cell", body, fontSize=9, leading=11, alignment=TA_LEFT, spaceAfter=0)
    centred = ParagraphStyle("centred", body, fontName=face.bold, alignment=TA_CENTER, spaceAfter=4)
    head = ParagraphStyle("head", cell, fontName=face.bold, fontSize=8.5, leading=10.5, alignment=TA_CENTER)
    heading = ParagraphStyle("heading", body, fontName=face.bold, alignment=TA_LEFT, spaceBefore=10, keepWithNext=1)
    subheading = ParagraphStyle("subheading", heading, fontSize=12, leading=16, spaceBefore=8, spaceAfter=4)
    return Styles(
        face=face,
        annex=ParagraphStyle("annex", centred, fontSize=14, leading=18),
        title=centred,
        attached=ParagraphStyle("attached", centred, fontName=face.italic, spaceAfter=14),
        heading=heading,
        subheading=subheading,
        table_heading=ParagraphStyle("table-heading", subheading, keepWithNext=0),
        body=body,
        point=ParagraphStyle("point", body, leftIndent=14, spaceAfter=4),
        note=ParagraphStyle(
            "note", body, fontName=face.italic, fontSize=9.5, leading=12.5, textColor=HexColor(SOFT), alignment=TA_LEFT
        ),
        cell=cell,
        cell_bold=ParagraphStyle("cell-bold", cell, fontName=face.bold),
        cell_centre=ParagraphStyle("cell-centre", cell, alignment=TA_CENTER),
        cell_phrase=ParagraphStyle("cell-phrase", cell, fontName=face.italic),
        cell_fine=ParagraphStyle("cell-fine", cell, fontSize=8, leading=9.8),
        cell_reason=ParagraphStyle("cell-reason", cell, fontName=face.italic, fontSize=7.5, leading=9),
        cell_tier=ParagraphStyle("cell-tier", cell, fontSize=8, leading=9.5, alignment=TA_CENTER),
        head=head,
        head_small=ParagraphStyle("head-small", head, fontSize=7.5, leading=9),
        **_card_styles(face, cell),
    )


def _card_styles(face: Face, cell: ParagraphStyle) -> dict[str, ParagraphStyle]:
    """Larger letters for a page that is read in a minute."""
    return {
        "card_kind": ParagraphStyle(
            "card-kind", cell, fontName=face.bold, fontSize=10, leading=12, textColor=HexColor(SOFT)
        ),
        "card_unit": ParagraphStyle("card-unit", cell, fontName=face.bold, fontSize=18, leading=22, spaceAfter=2),
        "card_line": ParagraphStyle("card-line", cell, fontSize=9.5, leading=12, spaceAfter=6),
        "card_figure": ParagraphStyle("card-figure", cell, fontName=face.bold, fontSize=22, leading=27),
        "card_word": ParagraphStyle("card-word", cell, fontName=face.bold, fontSize=15, leading=19),
        "card_bold": ParagraphStyle("card-bold", cell, fontName=face.bold, fontSize=11, leading=16),
        "card_text": ParagraphStyle("card-text", cell, fontSize=9.5, leading=11.5),
        "card_small": ParagraphStyle("card-small", cell, fontSize=8.5, leading=10.5, spaceAfter=2),
        "card_item": ParagraphStyle("card-item", cell, fontSize=8, leading=9.4),
        "card_heading": ParagraphStyle(
            "card-heading",
            cell,
            fontName=face.bold,
            fontSize=10.5,
            leading=13,
            spaceBefore=6,
            spaceAfter=2,
            keepWithNext=1,
        ),
        "card_said": ParagraphStyle(
            "card-said", cell, fontName=face.bold, fontSize=14, leading=19, spaceBefore=6, spaceAfter=6
        ),
    }


def table_style(face: Face, *lines: Command, head: bool = True) -> TableStyle:
    """Thin rules, a pale head; the FONT line keeps the writer from falling back to a face that is not embedded."""
    commands: list[Command] = [
        ("FONT", (0, 0), (-1, -1), face.regular, 9, 11),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor(RULE)),
        ("TOPPADDING", (0, 0), (-1, -1), 2.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.8),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ]
    if head:
        commands += [
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(PALE)),
            ("LINEABOVE", (0, 0), (-1, 0), 0.8, HexColor(INK)),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(INK)),
        ]
    return TableStyle([*commands, *lines])
