"""Sets the table of indicators of the method: question, origin, raw figure, direction, goalposts, by component."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from reports.facts import Facts
from reports.labels import item_behind
from reports.method_list import Told, told_by_component
from reports.palette import PALE
from reports.paper.page import escaped
from reports.paper.styles import Styles, table_style
from reports.wording import text

_WIDTHS = (172.0, 132.0, 50.0, 113.0)
_WIDTHS_WITH_FORMS = (156.0, 118.0, 48.0, 104.0, 41.0)
_HEADS = ("what", "how", "direction", "goalposts", "forms")

Line = list[Flowable | str]


def indicator_pages(facts: Facts, language: str, styles: Styles) -> list[Flowable]:
    """The sentence above the table, and the table; nothing where questions are counted as they are."""
    if not facts.index.indicators:
        return []
    forms = bool(facts.instrument.forms)
    heads = _HEADS if forms else _HEADS[:-1]
    lines: list[Line] = [[Paragraph(text(f"indicator_head_{head}", language), styles.head_small) for head in heads]]
    groups: list[int] = []
    for name, counted in told_by_component(facts, language):
        groups.append(len(lines))
        lines.append([Paragraph(escaped(name), styles.cell_bold), *[""] * (len(heads) - 1)])
        lines += [_line(facts, told, language, styles) for told in counted]
    shading = [("BACKGROUND", (0, line), (-1, line), HexColor(PALE)) for line in groups]
    spans = [("SPAN", (0, line), (-1, line)) for line in groups]
    kept = [("NOSPLIT", (0, line), (-1, line + 1)) for line in groups]
    style = table_style(styles.face, *shading, *spans, *kept, ("VALIGN", (0, 1), (-1, -1), "TOP"))
    table = Table(lines, colWidths=_WIDTHS_WITH_FORMS if forms else _WIDTHS, repeatRows=1, style=style)
    return [Paragraph(text("method_indicators_text", language), styles.body), table, Spacer(1, 6)]


def _line(facts: Facts, told: Told, language: str, styles: Styles) -> Line:
    words = [
        _what(told),
        *map(escaped, (told.how, told.direction, told.goalposts)),
        *([escaped(_forms(facts, told.code, language))] if facts.instrument.forms else []),
    ]
    return [Paragraph(one, styles.cell_fine) for one in words]


def _what(told: Told) -> str:
    """The name in bold, below it the question where that says more, and where the indicator comes from."""
    below = [escaped(words) for words in (told.question, told.cites) if words]
    return "<br/>".join([f"<b>{escaped(told.name)}</b>", *below])


def _forms(facts: Facts, code: str, language: str) -> str:
    item = item_behind(facts.instrument, code)
    if item is None:
        return "–"
    return ", ".join(item.forms).upper() or text("every_form", language)
