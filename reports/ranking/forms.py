"""Sets a block of which no unit's score is made public: the units by name, in groups or with the classes of scores."""

from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from reports.paper.drawings import Bar
from reports.paper.page import escaped
from reports.paper.styles import Styles, table_style
from reports.scales import end
from reports.tables import BlockTable
from reports.wording import text

_UNIT_WIDTHS = (180.0, 230.0, 57.0)
_SPREAD_WIDTHS = (150.0, 70.0, 247.0)
_BAR_WIDTH = 235.0
_HEADS = ("column_unit", "column_standing", "column_n")


def form_sentence(table: BlockTable) -> str:
    """What a form of publication gives and leaves out; empty where it is the full one."""
    form = table.form
    if form.kind == "full":
        return ""
    first, decision = str(form.first), form.decision or text("blank_number", table.language)
    return text(f"public_form_{form.kind}", table.language, decision=decision, first=first)


def spread_lines(table: BlockTable) -> tuple[tuple[str, str], ...]:
    """Each class of scores in words, with the units in it."""
    language, top = table.language, table.scale[1]
    return tuple(
        (
            text(
                "spread_last" if one.high == top else "spread_from_to",
                language,
                low=end(one.low, language),
                high=end(one.high, language),
            ),
            str(one.units),
        )
        for one in table.spread
    )


def named_units(table: BlockTable, styles: Styles) -> Table:
    """All units with their group, or only that they were rated."""
    head = [Paragraph(text(key, table.language), styles.head) for key in _HEADS]
    rows = [
        [Paragraph(escaped(row.name), styles.cell), Paragraph(escaped(row.phrase), styles.cell_phrase), row.n_text]
        for row in table.rows
    ]
    style = table_style(styles.face, ("ALIGN", (-1, 1), (-1, -1), "RIGHT"))
    return Table([head, *rows], colWidths=_UNIT_WIDTHS, repeatRows=1, style=style)


def spread_pages(table: BlockTable, styles: Styles) -> list[Flowable]:
    """The classes of scores of a block; nothing in a form without them."""
    language = table.language
    if table.form.kind != "distribution":
        return []
    if not table.spread:
        return [Paragraph(text("spread_closed", language), styles.note)]
    head = [*(Paragraph(text(key, language), styles.head) for key in ("spread_class", "spread_units")), ""]
    most = max(one.units for one in table.spread)
    rows = [
        [Paragraph(escaped(words), styles.cell), many, Bar(one.units / most, _BAR_WIDTH)]
        for (words, many), one in zip(spread_lines(table), table.spread, strict=True)
    ]
    style = table_style(styles.face, ("ALIGN", (1, 1), (1, -1), "CENTER"))
    return [
        Paragraph(text("spread_heading", language), styles.table_heading),
        Table([head, *rows], colWidths=_SPREAD_WIDTHS, repeatRows=1, style=style, hAlign="LEFT"),
        Spacer(1, 6),
    ]
