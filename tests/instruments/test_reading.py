"""Reading a file gives the instrument, or every mistake at once with its line and a remedy."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from instruments.reading import read_instrument

Mistakes = Callable[..., list[tuple[str, str | None]]]


def sentences(data: bytes, language: str = "en") -> list[str]:
    reading = read_instrument(data, "form.yaml")
    assert reading.instrument is None
    return [one.sentence(language) for one in reading.mistakes]


def test_a_sound_file_has_no_mistakes(mistakes_after: Mistakes) -> None:
    """The small instrument is read without a word."""
    assert mistakes_after() == []


def test_an_unknown_key_is_named_with_the_near_one(small_file: str) -> None:
    """A typing slip costs one look, not an hour."""
    data = small_file.replace("wording:", "wordng:").encode()
    assert sentences(data) == [
        "form.yaml, line 1, wording: the key “wording” is missing; add it.",
        "form.yaml, line 6, wordng: there is no key “wordng” here; write “wording” if that is meant.",
    ]


def test_the_same_is_said_in_vietnamese(small_file: str) -> None:
    """An officer reads the mistake in Vietnamese."""
    data = small_file.replace("minutes: 1", "minutes: 100").encode()
    assert sentences(data, "vi") == [
        "form.yaml, dòng 9, minutes: giá trị “100” vượt giới hạn (≤ 60); đưa về trong giới hạn."
    ]


def test_a_key_with_no_near_one_lists_all(small_file: str) -> None:
    """Where nothing is near, the keys of the place are named."""
    data = small_file.replace("        number:", "        zzzzzz:").encode()
    (sentence,) = sentences(data)
    assert sentence.startswith(
        "form.yaml, line 34, sections[0].items[0].zzzzzz: there is no key “zzzzzz” here; write “code”"
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("minutes: 1", "minutes: soon", "not-number", "minutes"),
        ("minutes: 1", "minutes: 1.5", "not-number", "minutes"),
        ("minutes: 1", "minutes: 007", "yaml-value", "minutes"),
        ("minutes: 1", "minutes: .nan", "yaml-value", "minutes"),
        ("minutes: 1", "minutes: !!python/name:os.system x", "yaml-tag", "minutes"),
        ("minutes: 1", "minutes: 1\nminutes: 2", "yaml-key-twice", "minutes"),
        ("minutes: 1", "minutes: 1\n[a]: 2", "yaml-key", None),
        ('version: "1"', "version: 1", "not-text", "version"),
        ('version: "1"', 'version: ""', "out-of-range", "version"),
        ('version: "1"', 'version: "2026.1 of the second of January"', "out-of-range", "version"),
        ("code: cong-xa", "code: Cộng Xã", "bad-code", "code"),
        ("wording: adapted", "wording: mine", "not-one-of", "wording"),
        ("languages: [vi, en]", "languages: vi", "not-list", "languages"),
        ("languages: [vi, en]", "languages: []", "too-few", "languages"),
        ("{vi: Phiếu thử, en: Trial form}", "Phiếu thử", "not-mapping", "title"),
        ("{vi: Phiếu thử, en: Trial form}", "{vi: Phiếu, thử}", "bad-language", "title.thử"),
        ("  - code: desk\n", "  - Desk\n  - code: desk\n", "not-mapping", "roles[0]"),
        ("none: [unknown]", "required: 1", "not-boolean", "sections[0].items[0].required"),
        ("minimum: 0", "minimum: none", "not-number", "sections[0].items[3].minimum"),
        ("max_length: 20", "max_length: 0", "out-of-range", "sections[0].items[4].max_length"),
        ("max_length: 20", "max_length: 9000", "out-of-range", "sections[0].items[4].max_length"),
        ("{in: [1, {var: ways}]}", "always", "not-mapping", "sections[0].items[3].when"),
        ('"Yes"', '"\\ud800"', "value-invalid", None),
        ("{vi: Chỉ số, en: Index}", "{vi: Chỉ số, Anh: Index}", "bad-language", "index.label.Anh"),
        ("{vi: Chỉ số, en: Index}", "{}", "too-few", "index.label"),
    ],
)
def test_a_value_of_the_wrong_shape_is_placed(
    mistakes_after: Mistakes, old: str, new: str, code: str, path: str | None
) -> None:
    """Each wrong value gives its code and its path."""
    assert (code, path) in mistakes_after((old, new))


def test_a_list_in_place_of_the_document_is_refused() -> None:
    """An instrument is a mapping."""
    assert sentences(b"- a\n- b\n") == [
        "form.yaml: the file is no mapping of keys to values; begin it with `code:` as the documentation shows."
    ]
    assert sentences(b"") == sentences(b"- a\n- b\n")


def test_broken_yaml_is_placed() -> None:
    """The line where the reader gave up is named."""
    (sentence,) = sentences(b"code: a\ntitle: [b\n")
    assert sentence.startswith("form.yaml, line 3: this is not readable YAML (a [ lacks its ]); ")


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        ("text: Số hồ sơ: bao nhiêu?", 1, "dấu hai chấm ở đây không đúng chỗ"),
        ("code a\nversion: 1", 2, "dấu hai chấm ở đây không đúng chỗ"),
        ("a:\n\tb: 1", 2, "có dấu tab"),
        ("a: @b", 1, "phải đặt trong ngoặc kép như @ %"),
        ("a:\n  b: 1\n c: 2", 3, "số dấu cách đầu dòng không khớp"),
        ("a: 'x'y", 1, "có chữ sau ngoặc kép"),
        ("a: - b", 1, "dấu gạch ngang ở đây không đúng chỗ"),
        ('a: "b', 1, "ngoặc kép chưa đóng"),
        ('a: "\\q"', 1, "viết \\\\ nếu muốn có dấu này"),
        ("a: *", 1, "dấu * hoặc & phải đặt trong ngoặc kép"),
        ("a: *b", 1, "dấu * phải đặt trong ngoặc kép"),
        ("a: {b: 1\nc: 2", 2, "dấu { chưa có dấu }"),
        ("a: 1\n---\nb: 2", 2, "nhiều phần cách nhau bằng dấu ---"),
        ("a: |x", 1, "dòng này sai quy tắc"),
    ],
)
def test_what_the_parser_says_is_told_in_vietnamese(broken: str, line: int, reason: str) -> None:
    """No word of its English stands in the sentence; what is rare is told without saying why."""
    (one,) = read_instrument(broken.encode(), "phieu.yaml").mistakes
    assert one.sentence("vi").startswith(f"phieu.yaml, dòng {line}: không đọc được YAML (")
    assert reason in one.sentence("vi")
    assert "expected" not in one.sentence("vi")


def test_control_characters_are_refused() -> None:
    """A binary file is no YAML."""
    (sentence,) = sentences(b"a: \x01")
    assert "not readable YAML" in sentence


def test_other_encodings_are_refused() -> None:
    """UTF-8 only."""
    assert sentences("code: phường".encode("utf-16")) == [
        "form.yaml: the file is not in UTF-8; save it again as UTF-8."
    ]


def test_a_file_beyond_three_hundred_kilobytes_is_refused_unread() -> None:
    """Nobody writes a questionnaire of that size."""
    assert sentences(b"#" * 300_001) == ["form.yaml: the file is larger than 300 KB; shorten it or split it."]


def test_a_long_broken_file_is_refused_before_its_end() -> None:
    """Too many values are said first: the parser would need half a minute to reach the bracket that is not closed."""
    (sentence,) = sentences(b"a: [" + b"a," * 140_000)
    assert "holds too many values (over 20,000" in sentence


def test_an_alias_bomb_is_refused() -> None:
    """Ten lists of ten lists of ten lists … unfold without end."""
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 9)]
    (sentence,) = sentences("\n".join(["l0: &l0 [a]", *levels]).encode())
    assert "holds too many values" in sentence


def test_an_alias_to_itself_is_refused() -> None:
    """A list that holds itself never ends."""
    (sentence,) = sentences(b"a: &a [*a]")
    assert "nested too deeply" in sentence


def test_brackets_without_end_are_refused() -> None:
    """The reader gives up before Python does, on brackets and on dashes."""
    refusal = ["form.yaml: the content is nested too deeply; take levels of nesting away."]
    assert sentences(b"[" * 100_000) == refusal
    assert sentences(b"- " * 3000) == refusal


def test_an_alias_may_repeat_a_sentence(small_file: str) -> None:
    """An anchor used sparingly is fine, and a date is text."""
    data = small_file.replace(
        "text: {vi: Cán bộ lịch sự, en: Officials are polite}", "text: &x {vi: Một, en: 2026-01-01}"
    )
    reading = read_instrument(data.replace("text: {vi: Kết quả đúng hẹn, en: On time}", "text: *x").encode(), "x")
    assert reading.instrument is not None
    assert reading.instrument.item("swift").text == {"vi": "Một", "en": "2026-01-01"}


def test_a_warning_does_not_stop_the_file(small_file: str) -> None:
    """A missing translation is said, and the instrument is there."""
    reading = read_instrument(small_file.replace(", en: On time}", "}").encode(), "form.yaml")
    assert reading.instrument is not None
    assert [(one.code, one.severity) for one in reading.mistakes] == [("translation-missing", "warning")]


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_mistakes(data: bytes) -> None:
    """Nothing raises, and each mistake is one sentence in both languages."""
    reading = read_instrument(data, "x.yaml")
    assert reading.instrument is None
    assert all(one.sentence("vi").startswith("x.yaml") and one.sentence("en").endswith(".") for one in reading.mistakes)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_damage_to_a_sound_file_is_survived(small_file: str, data: st.DataObject) -> None:
    """A file with a piece cut out or put in is read or refused."""
    start = data.draw(st.integers(0, len(small_file)))
    end = data.draw(st.integers(start, min(start + 30, len(small_file))))
    piece = data.draw(st.text(alphabet="abc:{}[]&*!|>-'\"%@`,#? \n\t0\x07é", max_size=8))
    reading = read_instrument((small_file[:start] + piece + small_file[end:]).encode(), "x.yaml")
    assert reading.instrument is not None or reading.mistakes


def test_mistakes_of_form_and_of_content_are_told_together(mistakes_after: Mistakes) -> None:
    """One round of mending is enough: an item with a slip of the keyboard does not hide what is wrong elsewhere."""
    slip = ("        scale: sat3\n        role: office", "        scale: sat3\n        rol: office")
    content = ("items: [polite, swift]", "items: [polite, swiftly]")
    assert mistakes_after(slip, content) == [
        ("key-unknown", "sections[0].items[1].rol"),
        *mistakes_after(content),
    ]


def test_what_may_follow_from_a_mistake_of_form_is_not_told(mistakes_after: Mistakes) -> None:
    """An item whose key `scale` is misspelt has no answers, which is no second mistake."""
    slip = ("        scale: sat3\n        none: [unknown]", "        scal: sat3\n        none: [unknown]")
    assert mistakes_after(slip) == [("key-unknown", "sections[0].items[0].scal")]


def test_an_empty_code_is_called_empty(small_file: str) -> None:
    """Quotes around nothing would say nothing."""
    data = small_file.replace("        role: desk\n", '        role: desk\n        forms: [""]\n', 1).encode()
    (one,) = sentences(data, "vi")
    assert one.endswith("sections[0].items[0].forms[0]: mã để trống; đặt mã, hoặc bỏ phần này.")
