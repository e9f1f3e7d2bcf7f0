"""Options that ask for words: a text of its own behind the tick, checked, coded, simulated and compared."""

import pytest

from instruments.answers import check_document
from instruments.coding import Text, coded_response, response_columns, texts
from instruments.comparing import compare
from instruments.conditions import on_route
from instruments.fingerprint import fingerprint
from instruments.model import Instrument
from instruments.reading import read_instrument
from tests.ground.files import as_read, form, refused

FILE = form("""\
      - code: heard
        kind: multiple
        text: {vi: Ông/Bà biết tin từ đâu?, en: Where did you hear of it?}
        options:
          - {code: 1, label: {vi: Loa, en: Loudspeaker}}
          - {code: 9, label: {vi: Khác, en: Other}, words: true}
      - code: job
        kind: single
        text: {vi: Việc làm của Ông/Bà?, en: What is your work?}
        none: [refused]
        options:
          - {code: 1, label: {vi: Làm nông, en: Farming}}
          - {code: 7, label: {vi: Khác, en: Other}, words: true}
""")
PLAIN = FILE.replace(", words: true", "")
SCALE = """
scales:
  - code: yn
    label: {vi: Có hay không, en: Yes or no}
    options:
      - {code: 1, label: {vi: Có, en: "Yes"}, words: true}
      - {code: 2, label: {vi: Không, en: "No"}}
sections:"""


@pytest.fixture(name="asking", scope="module")
def asking_fixture() -> Instrument:
    found = read_instrument(FILE.encode(), "form.yaml")
    assert found.mistakes == ()
    assert found.instrument is not None
    return found.instrument


def test_behind_the_option_stands_a_text_of_its_own(asking: Instrument) -> None:
    """It follows its item, says what is meant in each language, and is no item of the file."""
    assert [item.code for item in asking.items()] == ["heard", "heard__other", "job", "job__other"]
    assert asking.item("job__other").text == {"vi": "Khác: xin Ông/Bà ghi rõ", "en": "Other: please specify"}
    assert [item.code for item in asking.written()] == ["heard", "job"]


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, set()),
        ({"heard": [1]}, set()),
        ({"heard": [1, 9]}, {"heard__other"}),
        ({"job": 1}, set()),
        ({"job": {"none": "refused"}}, set()),
        ({"heard": [9], "job": 7}, {"heard__other", "job__other"}),
    ],
)
def test_words_are_asked_for_where_the_option_is_ticked(
    asking: Instrument, answers: dict[str, object], asked: set[str]
) -> None:
    """Among several ticks and as the only one; a reason not to answer is no tick."""
    assert on_route(asking, answers) - {"heard", "job"} == asked


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"job": 7, "job__other": "Chạy xe ôm"}, None),
        ({"job": 7}, None),
        ({"job": 1, "job__other": "Chạy xe ôm"}, "words-unticked"),
        ({"heard__other": "Hàng xóm"}, "words-unticked"),
        ({"job": 7, "job__other": "x" * 201}, "text-long"),
        ({"job": 7, "job__other": "x" * 200}, None),
        ({"job": 7, "job__other": 5}, "text-shape"),
    ],
)
def test_words_without_their_tick_are_refused(asking: Instrument, answers: dict[str, object], code: str | None) -> None:
    """Never trimmed in silence: the sentence names the question, and the option to tick where that is missing."""
    errors = check_document(asking, {"answers": answers}, {})
    assert [one.code for one in errors] == ([code] if code else [])
    assert all(one.message["vi"].startswith("Câu “") for one in errors)
    if code == "words-unticked":
        assert errors[0].message["vi"].endswith("hãy chọn “Khác” hoặc xóa lời đã ghi.")
        assert "“Other”, which is not ticked" in errors[0].message["en"]


def test_words_stand_with_the_texts_and_in_no_column(asking: Instrument) -> None:
    """The codes of the ticks are data; what was written is kept apart."""
    document = {"answers": {"heard": [9], "heard__other": "Hàng xóm", "job": 1}}
    assert [column.name for column in response_columns(asking)] == ["heard__1", "heard__9", "job"]
    assert coded_response(asking, document) == {"heard__1": 0, "heard__9": 1, "job": 1}
    assert texts(asking, document) == [Text("heard__other", None, "Hàng xóm")]


def test_asking_for_words_leaves_figures_comparable(asking: Instrument) -> None:
    """Both ways it is one change of the item, and a file without the key keeps its fingerprint."""
    plain, silent = as_read(PLAIN), as_read(PLAIN, ("en: Loudspeaker}", "en: Loudspeaker}, words: false"))
    for found in (compare(plain, asking), compare(asking, plain)):
        assert [(one.code, one.place, one.verdict) for one in found.changes] == [
            ("item-words", "heard", "comparable"),
            ("item-words", "job", "comparable"),
        ]
        assert not found.is_erratum
    assert fingerprint(silent) == fingerprint(plain) != fingerprint(asking)


@pytest.mark.parametrize(
    ("before", "after", "mistake"),
    [
        ("en: Loudspeaker}", "en: Loudspeaker}, words: true", "words-twice"),
        ("    items:", "    shuffled: true\n    items:", "words-shuffled"),
        ("\nsections:", SCALE, "words-scale"),
        ("none: [refused]", 'when: {"==": [{var: heard__other}, a]}', "route-unknown"),
    ],
)
def test_words_have_one_place(before: str, after: str, mistake: str) -> None:
    """One option an item, a list of its own, an order that does not part them; no condition reads them."""
    assert mistake in refused(FILE, (before, after))
