"""Mistakes in targets: what should be reached, and in which unit."""

from instruments.mistakes.text import MistakeText, error

OF_TARGETS: dict[str, MistakeText] = {
    "target-unknown": error(
        "mục tiêu đặt cho “{code}”, chỉ số không có thành phần hay chỉ tiêu này",
        "a target is set for “{code}”, which the index does not count",
        "dùng mã có trong `index.nodes` hoặc `index.indicators`, có thể là {near}",
        "use a code of `index.nodes` or `index.indicators`, perhaps {near}",
    ),
    "target-unit": error(
        "mục tiêu của “{code}” không tính được bằng {unit}",
        "the target of “{code}” cannot be measured in {unit}",
        "dùng `percent` cho tỷ lệ, `natural` cho chỉ tiêu, `points` cho điểm công bố",
        "use `percent` for a share, `natural` for an indicator, `points` for the published score",
    ),
    "target-value": error(
        "mục tiêu {value} của “{code}” nằm ngoài thang của số liệu đó",
        "the target {value} of “{code}” lies outside the scale of that figure",
        "sửa `value`, hoặc đổi `unit`",
        "mend `value`, or change `unit`",
    ),
}
