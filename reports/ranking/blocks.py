"""Sets the results: all blocks at a glance, then each with its findings, table, chart and components."""

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer, Table

from reports.explanation import reading
from reports.facts import Facts
from reports.outside import outside_note, scored
from reports.paper.page import HEIGHT, WIDTH, Heading, escaped
from reports.paper.sheets import note_of, organisation_of
from reports.paper.styles import Styles, table_style
from reports.parts import hard_note, mixed_note
from reports.ranking.chart import BlockChart
from reports.ranking.forms import form_sentence, named_units, spread_pages
from reports.ranking.grids import COMPONENT_LINE, TABLE_HEAD, block_grid, component_grid, module_grid
from reports.ranking.groups import groups_of, lead_cell, left_out
from reports.scales import measured, range_words
from reports.tables import BlockTable
from reports.wording import count, interval, long_day, number, text

_MOST_NAMED = 6
"""A leading group up to this many units is named; a longer one is counted."""
_FEWEST_IN_A_CHART = 3
_ROOM_FOR_HEADING, _LINES_BEFORE_A_BREAK = 80, 5
_OVERVIEW_WIDTHS = (136, 44, 44, 110, 80, 53)


def overview_pages(facts: Facts, tables: tuple[BlockTable, ...], styles: Styles) -> list[Flowable]:
    """What the wave was, the blocks in one table, and how to read what follows."""
    language = tables[0].language
    note = note_of(facts, language)
    return [
        Paragraph(_wave_facts(facts, tables), styles.body),
        Heading(text("overview", language), styles.heading, 0),
        _overview(facts, tables, styles),
        Spacer(1, 6),
        Heading(text("reading", language), styles.heading, 0),
        *(Paragraph(words, styles.point, bulletText="–") for words in reading(facts, tables[0])),
        *([Paragraph(escaped(note), styles.note)] if note else []),
    ]


def _wave_facts(facts: Facts, tables: tuple[BlockTable, ...]) -> str:
    language = tables[0].language
    return text(
        "wave_facts",
        language,
        start=long_day(facts.wave.period_from, language),
        end=long_day(facts.wave.period_to, language),
        organisation=_organiser(facts, language),
        units=str(sum(len(table.rows) for table in tables)),
        blocks=str(len(tables)),
        measure=escaped(tables[0].measure),
    )


def _organiser(facts: Facts, language: str) -> str:
    name = organisation_of(facts, language)
    return text("organiser", language, name=escaped(name)) if name else ""


def _overview(facts: Facts, tables: tuple[BlockTable, ...], styles: Styles) -> Table:
    language = tables[0].language
    heads = ("block", "units", "ranked", "mean", "range", "n")
    head = [Paragraph(text(f"overview_{key}", language), styles.head) for key in heads]
    rows = [_overview_row(facts, table, styles) for table in tables]
    return Table([head, *rows], colWidths=_OVERVIEW_WIDTHS, style=table_style(styles.face), repeatRows=1)


def _overview_row(facts: Facts, table: BlockTable, styles: Styles) -> list[Flowable]:
    language, mean = table.language, table.mean
    is_whole = table.form.kind == "full"
    scores = [row.estimate for row in table.printed_rows if row.estimate is not None] if is_whole else []
    figure = facts.figure(table.block, "", facts.index.code)
    limits = f" ({interval(mean.lower, mean.upper, language)})" if mean and mean.estimate is not None else ""
    texts = (
        str(len(table.rows)),
        _ranked(table),
        number(mean.estimate if mean else None, 2, language) + limits,
        interval(min(scores), max(scores), language, 2) if scores else number(None, 2, language),
        count(figure.n if figure else None, language),
    )
    return [Paragraph(escaped(table.title), styles.cell), *(Paragraph(words, styles.cell_centre) for words in texts)]


def _ranked(table: BlockTable) -> str:
    if not table.ranked:
        return text("overview_not_ranked", table.language)
    return count(None if table.form.names_only else len(table.ranked_rows), table.language)


def block_pages(facts: Facts, place: int, table: BlockTable, styles: Styles) -> list[Flowable]:
    """One block: heading and findings, the table of all units, the chart, the components."""
    if not table.has_index:
        return _beside_alone(facts, place, table, styles)
    if table.form.names_only:
        return _named(facts, place, table, styles)
    units = block_grid(table, styles)
    return [
        CondPageBreak(min(units.wrap(WIDTH, HEIGHT)[1] + _ROOM_FOR_HEADING, HEIGHT)),
        Heading(f"{place}. {escaped(table.title)}", styles.heading, 0),
        Paragraph(escaped(_finding(table)), styles.body),
        units,
        Spacer(1, 3),
        Paragraph(escaped(_block_note(facts, table)), styles.note),
        *(_chart(table, styles) if len(table.printed_rows) >= _FEWEST_IN_A_CHART else ()),
        *(_components(facts, table, styles) if table.printed_rows else ()),
        *(_modules(facts, table, styles) if table.printed_rows and table.modules else ()),
    ]


def _named(facts: Facts, place: int, table: BlockTable, styles: Styles) -> list[Flowable]:
    """A block without scores of units: what the form of publication gives, and the units by name."""
    return [
        CondPageBreak(_ROOM_FOR_HEADING + TABLE_HEAD),
        Heading(f"{place}. {escaped(table.title)}", styles.heading, 0),
        Paragraph(escaped(form_sentence(table)), styles.body),
        *spread_pages(table, styles),
        named_units(table, styles),
        Spacer(1, 3),
        Paragraph(escaped(_block_note(facts, table)), styles.note),
    ]


def _beside_alone(facts: Facts, place: int, table: BlockTable, styles: Styles) -> list[Flowable]:
    """A block of which the index counts nothing: its figures beside the index."""
    return [
        CondPageBreak(_room(table)),
        Heading(f"{place}. {escaped(table.title)}", styles.heading, 0),
        Paragraph(escaped(text("beside_alone", table.language)), styles.body),
        *(_modules(facts, table, styles) if table.rows_beside else ()),
    ]


def _chart(table: BlockTable, styles: Styles) -> list[Flowable]:
    language, plain = table.language, "" if table.ranked_rows else "_plain"
    heading = Heading(text(f"chart_heading{plain}", language), styles.subheading, 1)
    note = Paragraph(text(f"chart_note{plain}", language), styles.note)
    return [KeepTogether([heading, BlockChart(table, styles.face, WIDTH), Spacer(1, 3), note])]


def _components(facts: Facts, table: BlockTable, styles: Styles) -> list[Flowable]:
    language = table.language
    room = _room(table)
    content: list[Flowable] = [
        CondPageBreak(room),
        Heading(text("components_heading", language), styles.table_heading, 1),
    ]
    for place, group in enumerate(groups_of(facts, table)):
        # The room for the first table was made with its heading: a break between them would leave that alone.
        content += [CondPageBreak(room)] if place else []
        content += [component_grid(facts, table, group, styles), Spacer(1, 6)]
    return [*content, Paragraph(escaped(_components_note(facts, table)), styles.note)]


def _components_note(facts: Facts, table: BlockTable) -> str:
    language = table.language
    note = text(
        table.worded("components_note"),
        language,
        items=str(table.items),
        index=range_words(table.scale, language),
        component=range_words(table.component_scale, language),
    )
    names = left_out(facts, table)
    left = text("components_left_out", language, names="; ".join(names)) if names else ""
    points = text("points_note", language) if any(one.most for one in table.component_means) else ""
    means = text("points_mean_note", language) if _has_own_maxima(facts, table) else ""
    return " ".join(filter(None, (note, points, means, mixed_note(table.components, language), left)))


def _has_own_maxima(facts: Facts, table: BlockTable) -> bool:
    """Whether criteria that do not apply to a unit give it another maximum than the units beside it."""
    units = [row.unit for row in table.printed_rows]
    return any(
        len({most for unit in units if (most := lead_cell(facts, table, group.node, unit).most)}) > 1
        for group in groups_of(facts, table)
    )


def _room(table: BlockTable) -> float:
    """What the heading and the first lines of a table need."""
    rows = table.printed_rows if table.has_index else table.rows_beside
    return min(len(rows), _LINES_BEFORE_A_BREAK) * COMPONENT_LINE + TABLE_HEAD + _ROOM_FOR_HEADING


def _modules(facts: Facts, table: BlockTable, styles: Styles) -> list[Flowable]:
    """The figures beside the index, in a table of their own."""
    language = table.language
    notes = (
        text("modules_note", language, scale=range_words(table.module_scale, language)),
        hard_note(facts, table.modules, language),
        mixed_note(table.modules, language),
    )
    return [
        CondPageBreak(_room(table)),
        Heading(text("modules_heading", language), styles.table_heading, 1),
        Paragraph(escaped(" ".join(filter(None, notes))), styles.note),
        module_grid(table, styles),
    ]


def _finding(table: BlockTable) -> str:
    """Who leads, said only as far as the rank sets allow: a unit leads when it alone may hold rank 1."""
    if table.form.kind == "top_k":
        return form_sentence(table)
    if not table.ranked:
        return text("unranked_note", table.language)
    leaders = [row for row in table.ranked_rows if row.rank_lower == 1]
    if not leaders:
        return text("no_leader", table.language)
    if len(leaders) == 1:
        return text("leader_alone", table.language, name=leaders[0].name, score=leaders[0].score_words)
    if len(leaders) <= _MOST_NAMED:
        names = ", ".join(row.name for row in leaders)
        return text("leading_group", table.language, count=str(len(leaders)), names=names)
    return text("leading_many", table.language, count=str(len(leaders)), of=str(len(table.ranked_rows)))


def _block_note(facts: Facts, table: BlockTable) -> str:
    sentences = [_mean_note(table)]
    organiser = [row for row in table.rows if row.unit == facts.wave.organisation]
    sentences += [text("organiser_is_rated", table.language, name=row.name) for row in organiser]
    sentences.append(outside_note(scored(table, table.printed_rows), table.language))
    return " ".join(filter(None, sentences))


def _mean_note(table: BlockTable) -> str:
    if table.mean is None or table.mean.estimate is None:
        return text("block_note_no_mean", table.language)
    limits = interval(table.mean.lower, table.mean.upper, table.language)
    mean = measured(table.mean.estimate, table.unit, table.language)
    key = "block_note" if len(table.printed_rows) >= _FEWEST_IN_A_CHART else "block_note_no_chart"
    return text(key, table.language, mean=mean, interval=limits)
