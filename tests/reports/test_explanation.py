"""The words about a result: those of the instrument, for files and for people alike."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from instruments.index import Tier
from instruments.model import Instrument, Option, Scale
from reports.explanation import reading, sections
from reports.facts import facts_of
from reports.method_list import told_by_component
from reports.paper.sheets import tables_of
from reports.scorecard.scorecard import scorecard_pdf
from scoring.run import Run
from tests.ground.indicators import people, run_of

AGREEMENT = tuple(
    Option(code=code, label={"vi": vi, "en": en})
    for code, (vi, en) in enumerate(
        (("Không đồng ý", "Disagree"), ("Đồng ý một phần", "Partly agreed"), ("Đồng ý", "Agreed")), start=1
    )
)


def said(run: Run, language: str = "vi") -> str:
    facts = facts_of(run)
    tables = tables_of(facts, language)
    words = [*reading(facts, tables[0]), *(one for _, part in sections(facts, tables, language) for one in part)]
    return " ".join(words)


@pytest.fixture
def of_people(two_blocks: Run, change_instrument: Callable[..., Run]) -> Run:
    """The small world, as if firms had rated the communes they are registered in on a scale of agreement."""
    scale = Scale(code="sat5", label={"vi": "Đồng ý"}, options=AGREEMENT, favourable_from=3)
    role = two_blocks.instrument.roles[0].model_copy(update={"label": {"vi": "Nơi đăng ký", "en": "Place of business"}})
    return change_instrument(two_blocks, {"unit_of_analysis": "person", "scales": (scale,), "roles": (role,)})


def test_a_survey_of_people_is_never_told_as_one_of_files(of_people: Run) -> None:
    """Weights, minimum and error speak of people; nothing is received or decided."""
    words = said(of_people)
    for piece in ("số người của nhóm", "phiếu của ít nhất 60% số người trong danh sách mẫu", "những người của kỳ này"):
        assert piece in words
    assert "hồ sơ" not in words
    assert "files" not in said(of_people, "en")


def test_the_bound_of_a_tier_is_said_with_the_decimals_it_has(
    two_blocks: Run, change_instrument: Callable[..., Run]
) -> None:
    """62,5 is not told as 63: a unit with 62,7 would not know why it is in the tier."""
    index = two_blocks.instrument.index
    assert index is not None
    tiers = (
        Tier(code="a", label={"vi": "Tốt"}, at_least=62.5),
        Tier(code="b", label={"vi": "Khá"}, at_least=0),
    )
    words = said(change_instrument(two_blocks, {"index": index.model_copy(update={"tiers": tiers})}))
    assert "Tốt từ 62,5, Khá dưới 62,5" in words


def test_favourable_answers_and_the_example_are_those_of_the_scale(of_people: Run) -> None:
    """On a scale of three, one of the answers 3, 2 and 1 is favourable, and their mean is 2 of 3."""
    words = said(of_people)
    for piece in (
        "cứ 100 lượt trả lời thì bấy nhiêu lượt đồng ý,",
        "mỗi mức 3, 2 và 1",
        "1/3 = 33,33%",
        "2/3 = 66,67%",
    ):
        assert piece in words
    assert "hài lòng hoặc rất hài lòng" not in words


def test_a_survey_of_files_names_its_roles_and_its_answers(two_blocks: Run) -> None:
    """Both offices of a file, and the answers that count as satisfied, in the words of the form."""
    words = said(two_blocks)
    for piece in (
        "nhiều đơn vị (nơi tiếp nhận hồ sơ và cơ quan giải quyết hồ sơ)",
        "nơi chịu trách nhiệm: nơi tiếp nhận hồ sơ hoặc cơ quan giải quyết hồ sơ",
        "số lượt trả lời hài lòng hoặc rất hài lòng chia cho",
        "mỗi mức 5, 4 và 3 có một người chọn thì câu ấy đạt 2/3 = 66,67%",
        "đạt 4/5 = 80,00%",
    ):
        assert piece in words


def test_a_survey_with_one_role_does_not_speak_of_several_units(of_people: Run) -> None:
    """One response rates one unit there."""
    assert "Mỗi phiếu có thể đánh giá nhiều đơn vị" not in said(of_people)


def test_scales_that_differ_have_no_label_in_common(two_blocks: Run, change_instrument: Callable[..., Run]) -> None:
    """Then the sentence says favourable, and names none of them."""
    instrument: Instrument = two_blocks.instrument
    other = Scale(code="agree", label={"vi": "Đồng ý"}, options=AGREEMENT, favourable_from=3)
    section = instrument.sections[0]
    items = (section.items[0].model_copy(update={"scale": "agree"}), *section.items[1:])
    mixed = {"scales": (*instrument.scales, other), "sections": (section.model_copy(update={"items": items}),)}
    assert "số lượt trả lời thuận lợi chia cho" in said(change_instrument(two_blocks, mixed))


def test_a_card_of_a_survey_of_people_asks_for_people_and_uses_their_answers(of_people: Run) -> None:
    """The suppressed unit is told what to hand in; the others read the label of the favourable answer."""

    def page(unit: str) -> str:
        reader = PdfReader(BytesIO(scorecard_pdf(of_people, unit)))
        return " ".join(reader.pages[0].extract_text().split())

    assert "gửi đủ danh sách mẫu cho đơn vị khảo sát" in page("w5")
    assert "thì 92 lượt đồng ý." in page("w1")


def test_of_points_taken_off_more_is_not_called_better() -> None:
    """A penalty has neither direction nor goalposts; the group it stands in says what it is."""
    late = "{code: late, source: hard, recode: value, template: generic, goalposts: [0, 5], label: {vi: Chậm hạn}}"
    run = run_of(
        ["{code: clear, recode: pct_codes, codes: [1]}", late],
        ["code: ALL, kind: index, items: [clear]"],
        people("A", 40, clear=30),
        [("A", "late", 2.0)],
        "scales: {index: [0, 100]}\n  penalty: [late]",
    )
    year = {"period_from": "2026-01-01", "period_to": "2026-12-31"}
    units = run.units.assign(name_vi="Sở A")
    facts = facts_of(replace(run, wave={**run.wave, **year}, units=units))
    name, (told,) = told_by_component(facts, "vi")[-1]
    assert name == "Điểm thưởng hoặc phạt theo quyết định"
    assert (told.name, told.direction, told.goalposts) == ("Chậm hạn", "–", "–")
