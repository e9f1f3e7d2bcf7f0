"""Sets the components of a scorecard and the figures beside the index, each with its interval and the block's mean."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from instruments.index import Range
from reports.axis import Axis, axis_of
from reports.facts import Facts, Figure
from reports.paper.drawings import Scale, Whisker
from reports.paper.page import escaped
from reports.paper.styles import Styles, table_style
from reports.parts import Cell, Component, is_hard, remark
from reports.scales import figure_text
from reports.tables import BlockTable, UnitRow
from reports.wording import text

_WIDTHS = (170.0, 182.0, 115.0)
PADDING = 6
_FEW = "card_few_items"
TIGHT = (
    ("TOPPADDING", (0, 0), (-1, -1), 0.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
)
Line = tuple[Component, Cell, Cell]


def components_grid(table: BlockTable, row: UnitRow, styles: Styles) -> Table:
    """The components that rate units of the block, each with its interval and the block's mean."""
    lines = zip(table.components, row.components, table.component_means, strict=True)
    return _grid(list(lines), table.component_scale, table, styles)


def modules_grid(table: BlockTable, row: UnitRow, styles: Styles) -> list[Flowable]:
    """The figures beside the index below a heading of their own; nothing where there are none."""
    lines = list(zip(table.modules, row.modules, table.module_means, strict=True))
    if not lines:
        return []
    heading = Paragraph(text("card_modules", table.language), styles.card_heading)
    return [heading, _grid(lines, table.module_scale, table, styles)]


def hard_note(facts: Facts, table: BlockTable, styles: Styles) -> list[Flowable]:
    """What an interval leaves out where figures were brought in, and who has none; nothing where all have one."""
    parts = (*table.components, *table.modules)
    holds = {
        "card_hard_note": any(part.mixed or is_hard(facts, part.node) for part in parts),
        "card_relative_note": any(one.is_relative for one in facts.index.indicators),
    }
    words = " ".join(text(key, table.language) for key, is_so in holds.items() if is_so)
    return [Spacer(1, 2), Paragraph(words, styles.card_small)] if words else []


def _grid(lines: Sequence[Line], scale: Range, table: BlockTable, styles: Styles) -> Table:
    chosen = [(part, cell, mean) for part, cell, mean in lines if part.applicable]
    cells = [one.on(scale) for _, *both in chosen for one in both]
    axis = axis_of(cells, None, scale, 3, _WIDTHS[1] - PADDING - 3)
    rows = [
        [
            Paragraph(escaped(part.label), styles.card_text),
            _whisker(axis, cell.on(scale), mean.on(scale)),
            Paragraph(score_text(cell, scale, table.language, few=_few(part)), styles.card_text),
        ]
        for part, cell, mean in chosen
    ]
    heads = ["", Scale(axis, styles.face.regular, table.language), ""]
    return Table([heads, *rows], colWidths=_WIDTHS, style=table_style(styles.face, *TIGHT, head=False))


def _whisker(axis: Axis, shown: Cell, mean: Cell) -> Whisker:
    return Whisker(axis, (shown.estimate, shown.lower, shown.upper), mean.estimate)


def _few(part: Component) -> str:
    """What is said of a part without a figure: a figure brought in may be what it lacks."""
    return "card_few_data" if part.mixed or part.hard else _FEW


def _cell(figure: Figure) -> Cell:
    """The figure of an indicator, which stands on the scale of its kind."""
    return Cell(figure.estimate, figure.lower, figure.upper)


def score_text(shown: Cell | Figure | None, scale: Range, language: str, few: str = _FEW) -> str:
    """A score with its interval; or that it does not apply to the unit, or that too few have answered."""
    if isinstance(shown, Cell) and not shown.applies:
        return text("not_applicable", language)
    if shown is None or shown.estimate is None:
        return (isinstance(shown, Cell) and remark(shown, language)) or text(few, language)
    known = shown if isinstance(shown, Cell) else _cell(shown)
    return ", ".join(filter(None, (figure_text(known, scale, language), remark(known, language))))
