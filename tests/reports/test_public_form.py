"""A form of publication that leaves ranks out: nothing from which the hidden order comes back is in any file."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from reportlab.platypus import Table

from reports.documents import OWN, documents
from reports.facts import facts_of
from reports.hiding import shaped
from reports.paper.fonts import face_of
from reports.paper.sheets import Imprint
from reports.paper.styles import styles_of
from reports.public_form import PublicForm, ScoreClass
from reports.ranking.chart import BlockChart
from reports.ranking.forms import spread_pages
from reports.tables import BlockTable, block_table, table_of
from scoring.run import Run
from survey.publishing.public_pages import PublicationFacts, public_pages
from tests.reports.conftest import Given
from tests.reports.reading import words

NAMES = (
    "Phường Hà Tu", "Phường Bãi Cháy", "Phường Cao Xanh", "Phường Việt Hưng", "Phường Hồng Gai", "Phường Hà Lầm",
    "Phường Tuần Châu", "Phường Cửa Ông", "Phường Mông Dương", "Phường Quang Hanh",
)  # fmt: skip
SCORES = (90.5, 89.25, 87.0, 84.5, 82.0, 78.75, 77.5, 74.25, 71.5, 68.0)
"""By rank: the first four may lead, the last five may be last, the fifth may be either."""
BY_RANK = tuple(range(len(SCORES)))
DECISION = "45/QĐ-UBND"
FORMS = {
    "top_k": PublicForm("top_k", 3, DECISION),
    "bands": PublicForm("bands", None, DECISION),
    "distribution": PublicForm("distribution", None, DECISION),
}
OTHER_ORDER = {
    "top_k": (0, 1, 2, 9, 5, 7, 3, 4, 8, 6),
    "bands": (2, 3, 1, 0, 4, 9, 7, 8, 5, 6),
    "distribution": (8, 2, 5, 0, 9, 1, 4, 7, 3, 6),
}
"""Who holds which of the scores in another world, of which the public should be told the same."""
DAY = date(2026, 12, 20)

Make = Callable[..., Run]


def _run(make: Make, order: tuple[int, ...] = BY_RANK) -> Run:
    """Ten wards; which score a ward has says `order`."""
    wards = {f"w{place}": Given(SCORES[held], name=NAMES[place]) for place, held in enumerate(order)}
    return make({"phuong": wards, "so-ban-nganh": {"s1": Given(85.2, name="Sở A"), "s2": Given(79.7, name="Sở B")}})


@cache
def _public(make: Make, form: PublicForm, order: tuple[int, ...] = BY_RANK) -> Mapping[str, bytes]:
    """Every file and page that the public gets."""
    run = _run(make, order)
    files = documents(run, imprint=Imprint(public=True, form=form))
    ours = {name: data for name, data in files.items() if not name.startswith(OWN)}
    facts = PublicationFacts(1, DAY, {name: len(data) for name, data in files.items()}, form=form)
    return ours | {name: data for name, (_, data) in public_pages(run, facts).items()}


def _table(run: Run, form: PublicForm, block: str = "phuong", language: str = "vi") -> BlockTable:
    return table_of(shaped(facts_of(run), form), block, language)


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_two_worlds_that_differ_in_what_is_hidden_are_published_in_the_same_bytes(make_run: Make, kind: str) -> None:
    """The strongest a test can say: with the hidden units' scores exchanged, no byte of any file or page changes."""
    one, other = (_public(make_run, FORMS[kind], order) for order in (BY_RANK, OTHER_ORDER[kind]))
    assert set(one) == set(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_in_full_two_worlds_differ(make_run: Make) -> None:
    """The test above would see a leak: the pages, the annex and the data of a full publication are other ones."""
    one, other = (_public(make_run, PublicForm(), order) for order in (BY_RANK, OTHER_ORDER["top_k"]))
    changed = {name for name in one if one[name] != other.get(name)}
    assert {"pages/vi", "pages/en", "phu-luc-xep-hang.pdf", "ranking-annex.pdf", "xep-hang.csv"} <= changed


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_no_hidden_score_stands_in_any_file(make_run: Make, kind: str) -> None:
    """Nor interval, as text of the PDF, cell of the data or attribute of the page."""
    run = _run(make_run)
    rows = block_table(run, "phuong").rows
    kept = rows[:3] if kind == "top_k" else ()
    hidden = {words for row in rows if row not in kept for words in (row.score_text, row.interval_text)}
    for name, data in _public(make_run, FORMS[kind]).items():
        said = words(data) if name.endswith(".pdf") else data.decode()
        assert {words for words in hidden if words in said or words.replace(",", ".") in said} == set(), name


def test_the_first_k_keep_rank_and_score_and_the_others_stand_by_name(make_run: Make) -> None:
    """Below them no order but that of the Vietnamese names."""
    table = _table(_run(make_run), FORMS["top_k"])
    assert [(row.rank_text, row.score_text) for row in table.rows[:3]] == [
        ("1", "90,50"),
        ("2", "89,25"),
        ("3", "87,00"),
    ]
    rest = table.rows[3:]
    assert [row.sort_key for row in rest] == sorted(row.sort_key for row in rest)
    assert {(row.state, row.rank, row.estimate, row.tier, row.rank_lower) for row in rest} == {
        ("listed", None, None, None, None)
    }
    assert rest[0].phrase == "Được đánh giá; hình thức công bố không nêu hạng và điểm."


def test_units_that_tie_at_the_last_rank_named_are_all_named(make_run: Make) -> None:
    """Three units on two ranks: the first two ranks are held by three."""
    run = make_run({"phuong": {f"w{n}": Given(score) for n, score in enumerate((90.0, 85.0, 85.0, 80.0, 79.0, 78.0))}})
    table = _table(run, replace(FORMS["top_k"], first=2))
    assert [row.rank_text for row in table.rows] == ["1", "2=", "2=", "–", "–", "–"]


def test_three_groups_follow_the_rank_sets(make_run: Make) -> None:
    """Who may be first leads, who may be last is to improve; who may be both is in the middle."""
    rows = _table(_run(make_run), FORMS["bands"]).rows
    assert [row.group for row in rows] == ["leading"] * 4 + ["middle"] + ["improving"] * 5
    assert rows[0].phrase == "Thuộc nhóm dẫn đầu (4 đơn vị)."
    assert {row.name for row in rows[:4]} == set(NAMES[:4])


def test_the_distribution_counts_units_by_five_points(make_run: Make) -> None:
    """Counted by hand from the ten scores; an empty class in between is there, with nobody."""
    spread = _table(_run(make_run), FORMS["distribution"]).spread
    assert spread == tuple(
        ScoreClass(low, low + 5, units) for low, units in ((65, 1), (70, 2), (75, 2), (80, 2), (85, 2), (90, 1))
    )


def test_the_distribution_is_drawn_as_bars(make_run: Make) -> None:
    """As long as their share of the fullest class, on paper and on the page, in one dark tone."""
    table = _table(_run(make_run), FORMS["distribution"])
    (drawn,) = [one for one in spread_pages(table, styles_of(face_of())) if isinstance(one, Table)]
    assert [row[-1].share for row in vars(drawn)["_cellvalues"][1:]] == [0.5, 1, 1, 1, 1, 0.5]
    page = _public(make_run, FORMS["distribution"])["pages/vi"].decode()
    assert [page.count(f'<rect width="{width}"') for width in ("40.0", "80.0")] >= [2, 4]


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_a_block_of_two_gives_no_mean_and_no_classes(make_run: Make, kind: str) -> None:
    """One would be the mean less the other, or the mean and a class would name both."""
    facts = shaped(facts_of(_run(make_run)), replace(FORMS[kind], first=1 if kind == "top_k" else None))
    table = table_of(facts, "so-ban-nganh", "vi")
    assert (table.mean, table.spread, ("so-ban-nganh", "top2_share") in facts.reliability) == (None, (), False)


def test_scorecards_stay_whole_for_the_unit_alone(make_run: Make) -> None:
    """They stand apart, and the record of published files does not name them."""
    run = _run(make_run)
    files = documents(run, ("vi",), imprint=Imprint(public=True, form=FORMS["bands"]))
    assert "phieu-diem/w5.pdf" not in files
    assert "78,75" in words(files["own/phieu-diem/w5.pdf"])
    assert b"phieu-diem" not in files["report.json"]


def test_the_annex_and_the_page_say_the_form_and_the_decision(make_run: Make) -> None:
    """A reader learns why there are no ranks."""
    public = _public(make_run, FORMS["bands"])
    for said in (words(public["phu-luc-xep-hang.pdf"]), public["pages/vi"].decode()):
        assert f"Theo hình thức công bố tại Quyết định số {DECISION}, đơn vị được xếp vào ba nhóm" in said
        assert "Thuộc nhóm cần cải thiện (5 đơn vị)." in said


def test_open_data_have_a_column_for_groups_only_where_there_are_groups(make_run: Make) -> None:
    """And the words of the group for readers of the Excel file."""
    files = documents(_run(make_run), ("vi",), imprint=Imprint(public=True, form=FORMS["bands"]))
    rows = list(csv.DictReader(io.StringIO(files["xep-hang.csv"].decode())))
    assert [row["group"] for row in rows[:5]] == ["leading"] * 4 + ["middle"]
    assert {row["estimate"] for row in rows} == {""}
    assert "nhóm dẫn đầu" in files["bang-xep-hang.csv"].decode("utf-8-sig")
    full = documents(_run(make_run), ("vi",), imprint=Imprint(public=True))["xep-hang.csv"].decode()
    assert "group" not in full.splitlines()[0]


def test_the_picture_of_the_first_ranks_shows_how_far_their_sets_reach(make_run: Make) -> None:
    """Three ranks are public of ten; a set of 1 to 7 is drawn to 7 and not to 3."""
    table = table_of(shaped(facts_of(_run(make_run)), FORMS["top_k"]), "phuong", "vi")
    chart = BlockChart(table, face_of(), 400)
    assert chart.ranks is not None
    assert chart.ranks.high == len(SCORES)
