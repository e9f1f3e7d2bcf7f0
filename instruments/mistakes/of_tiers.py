"""Mistakes in tiers: their order, and how they lie on the scale."""

from instruments.mistakes.text import MistakeText, error, warning

OF_TIERS: dict[str, MistakeText] = {
    "tier-outside": error(
        "mức “{code}” từ {bound} điểm, cao hơn mức cao nhất của thang là {high}, nên không đơn vị nào đạt",
        "the tier “{code}” begins at {bound}, above the end of the scale at {high}, so that no unit can reach it",
        "sửa `at_least` theo thang công bố của chỉ số",
        "mend `at_least` on the published scale of the index",
    ),
    "tiers-gap": warning(
        "điểm từ {low} đến dưới {bound} không thuộc mức nào, vì mức thấp nhất là “{code}”",
        "scores from {low} to below {bound} have no tier, for the lowest is “{code}”",
        "thêm một mức từ {low}; nếu cố ý, bảng kết quả ghi “không xếp loại”",
        "add a tier from {low}; if it is meant so, the results say “no tier”",
    ),
    "tiers-order": error(
        "mức “{code}” không thấp hơn mức đứng trước",
        "the tier “{code}” is not below the one before it",
        "xếp các mức từ cao xuống thấp",
        "list the tiers from the highest down",
    ),
    "tiers-mixed": error(
        "mức “{code}” cần đúng một trong `at_least` và `top`, như mọi mức khác",
        "the tier “{code}” needs one of `at_least` and `top`, the same as every other tier",
        "xếp loại theo điểm thì ghi `at_least`, theo thứ hạng trong khối thì ghi `top`, cho mọi mức",
        "give every tier `at_least` to go by scores, or every tier `top` to go by ranks in the block",
    ),
    "tiers-part": error(
        "mức cuối “{code}” chưa gồm hết các đơn vị của khối",
        "the last tier “{code}” leaves units of the block without one",
        "ghi `top: 1` cho mức cuối",
        "give the last tier `top: 1`",
    ),
}
