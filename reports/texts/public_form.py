"""The sentences of a result of which not every rank is made public."""

from types import MappingProxyType

FORM_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "block_note_no_chart": {
            "vi": "Bình quân khối {mean} ({interval}). Số phiếu: phiếu hợp lệ của đơn vị.",
            "en": "Mean of the block {mean} ({interval}). Ratings: valid ratings of the unit.",
        },
        "public_form_top_k": {
            "vi": "Theo hình thức công bố tại Quyết định số {decision}, chỉ nêu hạng và điểm của các đơn vị từ hạng "
            "{first} trở lên; các đơn vị khác xếp theo thứ tự tên, không nêu hạng và điểm.",
            "en": "By the form of publication set in Decision {decision}, rank and score are given of the units down "
            "to rank {first} only; the others stand in the order of their names, without rank or score.",
        },
        "public_form_bands": {
            "vi": "Theo hình thức công bố tại Quyết định số {decision}, đơn vị được xếp vào ba nhóm, trong mỗi nhóm "
            "theo thứ tự tên; không nêu hạng và điểm.",
            "en": "By the form of publication set in Decision {decision}, units stand in three groups, within each in "
            "the order of their names; ranks and scores are not given.",
        },
        "public_form_distribution": {
            "vi": "Theo hình thức công bố tại Quyết định số {decision}, chỉ nêu phân bố điểm của khối; các đơn vị được "
            "đánh giá xếp theo thứ tự tên, không nêu hạng và điểm.",
            "en": "By the form of publication set in Decision {decision}, only the distribution of scores in the block "
            "is given; the units rated stand in the order of their names, without rank or score.",
        },
        "reading_bands": {
            "vi": "<b>Nhóm dẫn đầu</b> gồm các đơn vị có thể đứng đầu khối, <b>nhóm cần cải thiện</b> gồm các đơn vị "
            "có thể đứng cuối khối, khi so sánh mọi cặp đơn vị cùng một lúc ở mức 95%; <b>nhóm giữa</b> gồm các đơn vị "
            "còn lại, kể cả đơn vị chưa phân biệt được với cả hai đầu. Trong một nhóm không có đơn vị nào xếp trên đơn "
            "vị nào.",
            "en": "The <b>leading group</b> holds the units that may be first in the block, the <b>group to "
            "improve</b> those that may be last, comparing all pairs of units at once, at 95%; the <b>middle group</b> "
            "holds the rest, also units that cannot be told from either end. Within a group no unit stands above "
            "another.",
        },
        "reading_distribution": {
            "vi": "Bảng <b>phân bố điểm</b> cho biết có bao nhiêu đơn vị của khối ở mỗi khoảng điểm; với số phiếu này "
            "chưa nên so từng đơn vị với nhau.",
            "en": "The table of the <b>distribution of scores</b> tells how many units of the block lie in each class "
            "of scores; single units should not be compared.",
        },
        "listed_unit": {
            "vi": "Được đánh giá; hình thức công bố không nêu hạng và điểm.",
            "en": "Rated; the form of publication gives neither rank nor score.",
        },
        "listed_leading": {
            "vi": "Thuộc nhóm dẫn đầu ({count} đơn vị).",
            "en": "In the leading group ({count} in all).",
        },
        "listed_middle": {
            "vi": "Thuộc nhóm giữa ({count} đơn vị).",
            "en": "In the middle group ({count} in all).",
        },
        "listed_improving": {
            "vi": "Thuộc nhóm cần cải thiện ({count} đơn vị).",
            "en": "In the group to improve ({count} in all).",
        },
        "column_standing": {"vi": "Kết quả công bố", "en": "What is published"},
        "spread_heading": {"vi": "Phân bố điểm", "en": "Distribution of scores"},
        "spread_class": {"vi": "Khoảng điểm", "en": "Class of scores"},
        "spread_units": {"vi": "Số đơn vị", "en": "Units"},
        "spread_from_to": {"vi": "từ {low} đến dưới {high}", "en": "{low} to under {high}"},
        "spread_last": {"vi": "từ {low} đến {high}", "en": "{low} to {high}"},
        "spread_closed": {
            "vi": "Khối có quá ít đơn vị nên không nêu phân bố điểm.",
            "en": "The block has too few units for a distribution of scores.",
        },
    }
)
