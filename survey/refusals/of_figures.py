"""Refusals of bringing figures in, hard or published before, and of confirming them."""

from survey.refusals.refusal import RefusalText

OF_FIGURES: dict[str, RefusalText] = {
    "hard-template-unused": (
        422,
        "Bộ phiếu của đợt “{wave}” không có chỉ tiêu nào lấy từ mẫu {template}; mẫu dùng được: {used}.",
        "The instrument of the wave “{wave}” has no indicator from the template {template}; those it has: {used}.",
    ),
    "csv-needed": (
        422,
        "Chưa chọn tệp nào. Hãy chọn một tệp CSV.",
        "No file is chosen. Choose a CSV file.",
    ),
    "figures-words": (
        422,
        "“{field}” cần có nội dung trên một dòng, không quá {longest} ký tự, không có ký tự điều khiển.",
        "The {field} must be given, with at most {longest} characters on one line and no control characters.",
    ),
    "figures-unknown": (
        404,
        "Không có tệp số liệu nào mang mã “{mark}”. Hãy xem danh sách và ghi ít nhất {digits} ký tự đầu của mã.",
        "No file of figures has the mark “{mark}”. See the list, and give at least the first {digits} digits.",
    ),
    "figures-ambiguous": (
        422,
        "Mã “{mark}” chỉ nhiều tệp. Hãy ghi thêm ký tự.",
        "The mark “{mark}” stands for several files. Give more digits.",
    ),
    "figures-replaced": (
        409,
        "Tệp này đã có tệp mới hơn thay. Hãy xem và xác nhận tệp mới.",
        "A newer file has been brought in since. Look at that one and confirm it.",
    ),
    "own-figures": (
        409,
        "Người nhập số liệu không được xác nhận chính số liệu đó. Cần một người khác.",
        "Whoever brought figures in cannot confirm them. Another person must.",
    ),
    "figures-confirmed": (
        409,
        "Số liệu này đã được xác nhận.",
        "These figures are confirmed already.",
    ),
}
