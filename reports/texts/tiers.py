"""The sentences about tiers: by the score, or by the rank in the block."""

from types import MappingProxyType

TIER_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "reading_tier": {
            "vi": "<b>Xếp loại</b>: {tiers}; tính theo điểm chưa làm tròn.",
            "en": "<b>Tier</b>: {tiers}; by the score before rounding.",
        },
        "reading_tier_by_rank": {
            "vi": "<b>Xếp loại</b> theo thứ hạng trong khối, không theo mức điểm: {tiers}; các đơn vị đồng hạng ở "
            "cùng mức cao hơn.",
            "en": "<b>Tier</b> by the rank in the block, whatever the score: {tiers}; units that share a rank are all "
            "in the higher one.",
        },
        "tier_part": {
            "vi": "{name} đến hết {part} số đơn vị đứng đầu",
            "en": "{name} down to the first {part} of units",
        },
        "tier_rest": {"vi": "{name} là số còn lại", "en": "{name} the rest"},
        "tier_all": {"vi": "{name} là mọi đơn vị được xếp hạng", "en": "{name} for every ranked unit"},
        "tier_none": {"vi": "dưới {bound}: không xếp loại", "en": "under {bound}: no tier"},
        "tier_under": {"vi": "{name} dưới {bound}", "en": "{name} under {bound}"},
        "tier_bound": {"vi": "{name} từ {bound}", "en": "{name} from {bound}"},
        "tiers_are_samples": {
            "vi": "Mức xếp loại là giá trị mẫu của bộ phiếu, có hiệu lực khi cơ quan ban hành.",
            "en": "The bounds of the tiers are samples of the instrument; they count once an authority issues them.",
        },
    }
)
