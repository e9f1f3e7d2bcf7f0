"""The words about targets: what was to be reached, and whether it was."""

from types import MappingProxyType

TARGET_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "card_targets": {"vi": "Mục tiêu", "en": "Targets"},
        "targets_note": {
            "vi": "“Chưa đủ căn cứ”: khoảng tin cậy 95% chứa mức của mục tiêu, hoặc chưa có số liệu. Mục tiêu không "
            "làm thay đổi điểm và hạng.",
            "en": "“Not certain”: the 95% interval holds the value of the target, or there is no figure yet. Targets "
            "change no score and no rank.",
        },
        "target_over": {"vi": "trên {value}", "en": "over {value}"},
        "target_from": {"vi": "từ {value} trở lên", "en": "{value} or more"},
        "target_under": {"vi": "dưới {value}", "en": "under {value}"},
        "target_most": {"vi": "không quá {value}", "en": "at most {value}"},
        "target_met": {"vi": "đạt", "en": "met"},
        "target_missed": {"vi": "chưa đạt", "en": "not met"},
        "target_unclear": {"vi": "chưa đủ căn cứ", "en": "not certain"},
        # Open data
        "data_node": {"vi": "Mã chỉ tiêu", "en": "Code of the figure"},
        "data_target": {"vi": "Mục tiêu", "en": "Target"},
        "data_operator": {"vi": "Cách so", "en": "Comparison"},
        "data_target_value": {"vi": "Mức cần đạt", "en": "To be reached"},
        "data_measured_in": {"vi": "Tính bằng", "en": "Measured in"},
        "data_source": {"vi": "Văn bản đặt mục tiêu", "en": "Paper that set the target"},
        "data_due": {"vi": "Thời hạn", "en": "Due"},
        "data_figure": {"vi": "Đã đạt", "en": "Reached"},
        "data_verdict": {"vi": "Kết quả", "en": "Verdict"},
        "data_in_percent": {"vi": "%", "en": "%"},
        "data_in_points": {"vi": "điểm", "en": "points"},
        "data_in_natural": {"vi": "đơn vị đo của chỉ tiêu", "en": "the figure's own measure"},
    }
)
