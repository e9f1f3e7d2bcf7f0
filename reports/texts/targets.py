"""The words about targets: what was to be reached, and whether it was."""

from types import MappingProxyType

TARGET_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "card_targets": {"vi": "Mục tiêu", "en": "Targets"},
        "target_over": {"vi": "trên {value}", "en": "over {value}"},
        "target_from": {"vi": "từ {value} trở lên", "en": "{value} or more"},
        "target_under": {"vi": "dưới {value}", "en": "under {value}"},
        "target_most": {"vi": "không quá {value}", "en": "at most {value}"},
        "target_met": {"vi": "đạt", "en": "met"},
        "target_missed": {"vi": "chưa đạt", "en": "not met"},
        "target_unclear": {"vi": "chưa đủ căn cứ", "en": "not certain"},
    }
)
