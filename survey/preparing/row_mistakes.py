"""What can be wrong in a file of units, cases, answers or figures: for each code the reason and the remedy."""

from collections.abc import Mapping

from instruments.mistakes import Mistake, Severity
from survey.preparing.figure_texts import OF_FIGURES

_TEXTS = OF_FIGURES | {
    "unit-not-in-force": (
        "danh mục ngày {day} không có đơn vị “{unit}”",
        "the register of {day} has no unit “{unit}”",
        "xem lại mã đơn vị hoặc kỳ khảo sát",
        "check the unit's code or the wave's period",
    ),
    "unit-twice": (
        "đơn vị “{unit}” có hai lần",
        "the unit “{unit}” stands there twice",
        "bỏ một dòng",
        "take one line out",
    ),
    "block-unknown": (
        "bộ phiếu không có khối “{block}” (đơn vị “{unit}”)",
        "the instrument has no block “{block}” (unit “{unit}”)",
        "dùng một trong các khối: {blocks}",
        "use one of its blocks: {blocks}",
    ),
    "case-missing": (
        "thiếu mã trường hợp",
        "the case has no code",
        "ghi mã riêng cho mỗi dòng",
        "give each row a code of its own",
    ),
    "case-twice": (
        "mã “{value}” đã có ở dòng trên",
        "the case “{value}” stands in a row above",
        "mỗi trường hợp chỉ một dòng",
        "keep one row a case",
    ),
    "role-unknown": (
        "bộ phiếu không có vai trò “{value}”",
        "the instrument has no role “{value}”",
        "dùng một trong: {known}",
        "use one of {known}",
    ),
    "unit-not-in-wave": (
        "đợt khảo sát không có đơn vị “{value}” trong vai trò này",
        "the wave has no unit “{value}” in this role",
        "xem lại mã đơn vị trong danh sách của đợt",
        "check the code in the wave's list of units",
    ),
    "cell-in-two-strata": (
        "ô “{value}” nằm trong hai tầng",
        "the cell “{value}” lies in two strata",
        "đặt ô trọn trong một tầng",
        "keep a cell whole inside one stratum",
    ),
    "psu-in-two-strata": (
        "cụm “{value}” nằm trong hai tầng",
        "the PSU “{value}” lies in two strata",
        "đặt cụm trọn trong một tầng",
        "keep a PSU whole inside one stratum",
    ),
    "too-long": (
        "giá trị dài quá {known} ký tự",
        "the value is longer than {known} characters",
        "rút ngắn giá trị",
        "shorten it",
    ),
    "size-not-a-number": (
        "“{value}” không phải số nguyên dương",
        "“{value}” is no whole number above zero",
        "ghi số trường hợp của ô",
        "give the number of cases of the cell",
    ),
    "size-too-large": (
        "số trường hợp lớn hơn {known}",
        "the size is larger than {known}",
        "xem lại con số",
        "check the number",
    ),
    "size-below-rows": (
        "số trường hợp {value} ít hơn {known} dòng của ô trong danh sách",
        "the size {value} is less than the {known} rows of the cell in the frame",
        "ghi số từ {known} trở lên",
        "give {known} or more",
    ),
    "size-missing": (
        "thiếu số trường hợp của ô “{value}”",
        "the size of the cell “{value}” is missing",
        "thêm một dòng cho ô này",
        "add a row for this cell",
    ),
    "day-unreadable": (
        "“{value}” không phải ngày",
        "“{value}” is no day",
        "viết năm-tháng-ngày, như 2026-09-15",
        "write it as 2026-09-15",
    ),
    "day-outside": (
        "ngày {value} không thuộc thời gian thu phiếu ({known})",
        "the day {value} lies outside the time of collecting ({known})",
        "sửa ngày, hoặc để trống",
        "mend the day or leave it empty",
    ),
    "not-one-of": (
        "không dùng được giá trị “{value}”",
        "the value “{value}” is not known here",
        "dùng một trong: {known}",
        "use one of {known}",
    ),
    "cell-unknown": (
        "đợt khảo sát không có ô “{value}”",
        "the wave has no cell “{value}”",
        "nhập danh sách mẫu trước, hoặc để trống",
        "bring the frame in first, or leave it empty",
    ),
    "psu-unknown": (
        "đợt khảo sát không có cụm “{value}”",
        "the wave has no PSU “{value}”",
        "dùng nhãn cụm của đợt, hoặc để trống",
        "use the wave's own label, or leave it empty",
    ),
    "option-not-01": (
        "“{value}” không phải 0 hoặc 1",
        "“{value}” is neither 0 nor 1",
        "ghi 1 nếu được chọn, 0 nếu không",
        "write 1 where it was chosen and 0 where not",
    ),
    "id-twice": (
        "mã phiếu “{value}” đã có ở dòng trên",
        "the response “{value}” stands in a row above",
        "mỗi phiếu chỉ một dòng",
        "keep one row a response",
    ),
    "unit-missing": (
        "thiếu tên hoặc mã cơ quan, đơn vị góp ý",
        "who commented is missing",
        "ghi mã trong danh mục đơn vị, hoặc tên",
        "give its code in the register, or its name",
    ),
    "unit-code-unknown": (
        "danh mục ngày {day} không có mã “{value}”",
        "the register of {day} has no code “{value}”",
        "xem lại mã, hoặc ghi tên cơ quan, đơn vị",
        "check the code, or give the name",
    ),
    "item-unknown": (
        "dự thảo không có câu “{value}”",
        "the draft has no item “{value}”",
        "ghi số hoặc mã câu như trong dự thảo; để trống nếu góp ý cho toàn bộ",
        "give its number or code as in the draft; leave it empty for the whole",
    ),
    "words-missing": (
        "ô này để trống",
        "the cell is empty",
        "ghi nội dung",
        "write it",
    ),
    "comment-unknown": (
        "không có ý kiến số “{value}”",
        "there is no comment number “{value}”",
        "dùng số trong bảng do hệ thống xuất ra",
        "use the numbers of the exported table",
    ),
    "comment-twice": (
        "ý kiến số {value} đã có ở dòng trên",
        "comment {value} stands in a row above",
        "mỗi ý kiến chỉ một dòng",
        "keep one row a comment",
    ),
    "rows-differ": (
        "“{value}” không giống dòng {first} của cùng phiếu",
        "“{value}” is not what row {first} of the same response says",
        "ghi giống nhau, hoặc để trống ở dòng này",
        "write both alike, or leave this cell empty",
    ),
    "reason-beside": (
        "có cả câu trả lời “{value}” và lý do không trả lời",
        "there is an answer, “{value}”, and a reason not to answer",
        "để lại một trong hai",
        "keep one of the two",
    ),
    "rated-twice": (
        "đơn vị “{value}” đã có ở dòng trên của cùng phiếu",
        "the unit “{value}” stands in a row of the same response above",
        "mỗi đơn vị được đánh giá chỉ một dòng",
        "keep one row a rated unit",
    ),
    "unit-unnamed": (
        "dòng này không ghi đơn vị được đánh giá",
        "this row names no rated unit",
        "ghi mã đơn vị, hoặc bỏ dòng",
        "give the unit's code or take the row out",
    ),
    "answer": (
        "{vi}",
        "{en}",
        "sửa ô này rồi nhập lại cả tệp",
        "mend this cell and import the file again",
    ),
}


RowPlace = tuple[str | None, int | None, str | None]
"""File, row and column; None where it is no single one, or the rows come from no file."""


def row_mistake(code: str, place: RowPlace, /, **words: object) -> Mistake:
    """The mistake of that code at a place."""
    return _said(code, "error", place, words)


def row_note(code: str, place: RowPlace, /, **words: object) -> Mistake:
    """The same as something worth knowing, with which the file is taken all the same."""
    return _said(code, "warning", place, words)


def _said(code: str, severity: Severity, place: RowPlace, words: Mapping[str, object]) -> Mistake:
    reason_vi, reason_en, remedy_vi, remedy_en = (text.format_map(words) for text in _TEXTS[code])
    file, row, column = place
    return Mistake(
        code=code,
        severity=severity,
        message={"vi": reason_vi, "en": reason_en},
        remedy={"vi": remedy_vi, "en": remedy_en},
        file=file,
        line=row,
        path=column,
    )
