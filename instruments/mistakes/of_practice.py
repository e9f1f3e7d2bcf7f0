"""Warnings of survey practice: wording, scales, sensitive questions and the time that answering takes."""

from instruments.mistakes.text import MistakeText, warning

_WORDING = {
    "reading-long": warning(
        "câu có {found} âm tiết, khó đọc khi quá {most}",
        "the sentence has {found} syllables, hard to read beyond {most}",
        "viết ngắn lại hoặc thêm lời giải thích `plain`",
        "shorten it or add a `plain` text",
    ),
    "reading-ideas": warning(
        "câu hỏi có thể gộp nhiều ý: “{text}”",
        "the question may hold more than one idea: “{text}”",
        "tách câu hoặc thêm lời giải thích `plain`",
        "split it or add a `plain` text",
    ),
    "reading-word": warning(
        "từ “{word}” khó hiểu với nhiều người",
        "the word “{word}” is hard for many readers",
        "dùng từ thường ngày hoặc thêm lời giải thích `plain`",
        "use an everyday word or add a `plain` text",
    ),
    "reading-people": warning(
        "dùng “dân” một mình",
        "“dân” stands alone",
        "viết “người dân”",
        "write “người dân”",
    ),
    "reading-denials": warning(
        "câu phủ định hai lần: “{text}”",
        "the question denies twice: “{text}”",
        "viết lại thành câu khẳng định hoặc thêm lời giải thích `plain`",
        "say it without a double negative or add a `plain` text",
    ),
    "question-leads": warning(
        "“{words}” gợi ý trước câu trả lời",
        "“{words}” suggests the answer",
        "hỏi trung lập, không cho biết cơ quan chờ câu trả lời nào",
        "ask without saying which answer is expected",
    ),
}

_ANSWERS = {
    "scale-unbalanced": warning(
        "thang “{code}” có {favourable} mức tốt và {unfavourable} mức chưa tốt",
        "the scale “{code}” has {favourable} favourable and {unfavourable} unfavourable answers",
        "để số mức ở hai bên bằng nhau hoặc sửa `favourable_from`",
        "give both sides as many answers or mend `favourable_from`",
    ),
    "label-twice": warning(
        "hai lựa chọn cùng ghi “{label}”",
        "two answers are both called “{label}”",
        "ghi mỗi lựa chọn một lời khác nhau",
        "call each answer something else",
    ),
    "sensitive-no-way-out": warning(
        "câu nhạy cảm “{code}” chưa có lựa chọn “Không muốn trả lời”",
        "the sensitive item “{code}” has no “prefer not to say”",
        "thêm `none: [refused]`",
        "add `none: [refused]`",
    ),
}

_TIME = {
    "minutes-too-few": warning(
        "trả lời mất khoảng {estimate} phút mà phiếu báo {told} phút",
        "answering takes about {estimate} minutes and the form says {told}",
        "bớt câu hỏi hoặc sửa `minutes`",
        "ask less or mend `minutes`",
    ),
    "minutes-too-many": warning(
        "trả lời chỉ mất khoảng {estimate} phút mà phiếu báo {told} phút, người được mời dễ bỏ qua",
        "answering takes only about {estimate} minutes and the form says {told}, which puts people off",
        "sửa `minutes`",
        "mend `minutes`",
    ),
}

_COUNTING = {
    "geometric-falls": warning(
        "“{code}” là trung bình nhân mà “{indicator}” có thể xuống tới 0 điểm hoặc thấp hơn, khi đó không tính được",
        "“{code}” is a geometric mean and “{indicator}” may score 0 or less, where it cannot be computed",
        "nới mốc `goalposts` của “{indicator}”, hoặc dùng trung bình cộng",
        "widen the `goalposts` of “{indicator}”, or take an arithmetic mean",
    ),
}

OF_PRACTICE: dict[str, MistakeText] = _WORDING | _ANSWERS | _TIME | _COUNTING
