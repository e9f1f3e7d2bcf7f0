"""Sets the table of indicators of the method: question, raw figure, direction and goalposts, component by component."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from reports.facts import Facts
from reports.labels import item_behind, name_of, question_of
from reports.numbers import NOTHING
from reports.palette import PALE
from reports.paper.page import escaped
from reports.paper.styles import Styles, table_style
from reports.recoding import counted_how, direction, goalposts
from reports.wording import label, text

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
    for name, codes in _groups(facts, language):
        groups.append(len(lines))
        lines.append([Paragraph(escaped(name), styles.cell_bold), *[""] * (len(heads) - 1)])
        lines += [_line(facts, code, language, styles) for code in codes]
    shading = [("BACKGROUND", (0, line), (-1, line), HexColor(PALE)) for line in groups]
    spans = [("SPAN", (0, line), (-1, line)) for line in groups]
    kept = [("NOSPLIT", (0, line), (-1, line + 1)) for line in groups]
    style = table_style(styles.face, *shading, *spans, *kept, ("VALIGN", (0, 1), (-1, -1), "TOP"))
    table = Table(lines, colWidths=_WIDTHS_WITH_FORMS if forms else _WIDTHS, repeatRows=1, style=style)
    return [Paragraph(text("method_indicators_text", language), styles.body), table, Spacer(1, 6)]


def _groups(facts: Facts, language: str) -> list[tuple[str, tuple[str, ...]]]:
    """The nodes that list indicators, each indicator where it is counted first; then points beyond the maximum."""
    seen: set[str] = set()
    groups = []
    for node in sorted(facts.index.nodes, key=lambda node: node.kind == "module"):
        own = tuple(code for code in node.items if code not in seen)
        seen |= set(own)
        groups.append((label(node.label, language), own))
    extra = tuple(code for code in (*facts.index.bonus, *facts.index.penalty) if code not in seen)
    return [(name, codes) for name, codes in (*groups, (text("recode_extra", language), extra)) if codes]


def _line(facts: Facts, code: str, language: str, styles: Styles) -> Line:
    words = [
        _what(facts, code, language),
        *map(escaped, _made(facts, code, language)),
        *([escaped(_forms(facts, code, language))] if facts.instrument.forms else []),
    ]
    return [Paragraph(one, styles.cell_fine) for one in words]


def _made(facts: Facts, code: str, language: str) -> tuple[str, str, str]:
    """How an indicator is counted, which way is better and between what; other items follow the official definition."""
    indicator = facts.index.indicator(code)
    if indicator is None:
        return label(facts.index.definition_label[facts.index.official], language), NOTHING, NOTHING
    told = (counted_how, direction, goalposts)
    how, better, posts = (words(facts, indicator, language) for words in told)
    return how, better, posts


def _what(facts: Facts, code: str, language: str) -> str:
    """The name in bold, and below it the question where that says more."""
    name, item = name_of(facts.instrument, code, language), item_behind(facts.instrument, code)
    question = question_of(item, language) if item else ""
    bold = f"<b>{escaped(name)}</b>"
    return bold if question in {"", name} else f"{bold}<br/>{escaped(question)}"


def _forms(facts: Facts, code: str, language: str) -> str:
    item = item_behind(facts.instrument, code)
    if item is None:
        return "–"
    return ", ".join(item.forms).upper() or text("every_form", language)
