"""The sentences of a result that ranks nobody: what the annex says in the place of ranks."""

from types import MappingProxyType

UNRANKED_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "overview_not_ranked": {"vi": "không", "en": "no"},
        "unranked_note": {
            "vi": "Các đơn vị này không xếp hạng và đứng theo thứ tự chữ cái; mỗi đơn vị có phiếu điểm riêng trong bộ "
            "kết quả.",
            "en": "These units are not ranked and stand in alphabetical order; each has a scorecard of its own among "
            "the results.",
        },
        "method_who_text_plain": {
            "vi": "Kết quả dùng phiếu của các cách tiếp cận: {access}.",
            "en": "The result uses responses from: {access}.",
        },
        "beside_plain": {
            "vi": "Cách tính bên cạnh: {measure}, nêu trong dữ liệu mở.",
            "en": "Beside it: {measure}, given in the open data.",
        },
        "minimum_text_plain": {
            "vi": "Dưới {printed} phiếu: không công bố. Từ {printed} phiếu: công bố điểm, không xếp hạng. Phiếu hợp lệ "
            "trả lời ít nhất {usable} số câu được hỏi. Các mức này định trước khi có kết quả.",
            "en": "Under {printed} ratings: not published. From {printed}: published, not ranked. A valid rating "
            "answers at least {usable} of the questions asked. All bounds were fixed before results.",
        },
        "method_uncertainty_plain": {"vi": "Khoảng tin cậy", "en": "Intervals"},
        "uncertainty_volunteers": {
            "vi": "Với phiếu của người tự vào trả lời, khoảng này chỉ nói về thay đổi ngẫu nhiên, không gồm sai lệch "
            "do tự chọn.",
            "en": "For responses of people who chose to answer, the interval tells of random change alone, not of the "
            "bias of self-selection.",
        },
    }
)
