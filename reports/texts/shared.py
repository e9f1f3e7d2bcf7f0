"""The sentences and words of printed results, in Vietnamese first and English beside."""

from collections import ChainMap
from types import MappingProxyType

from reports.texts.consultation import CONSULTATION_TEXTS
from reports.texts.criteria import CRITERIA_TEXTS
from reports.texts.indicators import INDICATOR_TEXTS
from reports.texts.open_data import DATA_TEXTS
from reports.texts.public_form import FORM_TEXTS
from reports.texts.ranking import RANKING_TEXTS
from reports.texts.relative import RELATIVE_TEXTS
from reports.texts.scorecard import SCORECARD_TEXTS
from reports.texts.targets import TARGET_TEXTS
from reports.texts.tiers import TIER_TEXTS
from reports.texts.unranked import UNRANKED_TEXTS

_SHARED: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "simulated": {
            "vi": "SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT",
            "en": "SIMULATED DATA – NOT REAL RESULTS",
        },
        # Rank and state of a unit
        "rank": {
            "vi": "Hạng {rank}/{of} {block}; với số phiếu này, hạng thật có thể từ {lower} đến {upper}.",
            "en": "Rank {rank} of {of}, {block}; with this many ratings the true rank may lie anywhere from "
            "{lower} to {upper}.",
        },
        "rank_tied": {
            "vi": "Đồng hạng {rank}/{of} {block}; với số phiếu này, hạng thật có thể từ {lower} đến {upper}.",
            "en": "Tied at rank {rank} of {of}, {block}; with this many ratings the true rank may lie anywhere "
            "from {lower} to {upper}.",
        },
        "rank_certain": {
            "vi": "Hạng {rank}/{of} {block}; với số phiếu này, khoảng hạng chỉ gồm hạng {rank}.",
            "en": "Rank {rank} of {of}, {block}; with this many ratings the rank set holds rank {rank} alone.",
        },
        "reported": {
            "vi": "Chưa đủ phiếu để xếp hạng ({n}/{minimum}).",
            "en": "Too few ratings to be ranked ({n}/{minimum}).",
        },
        "reported_otherwise": {
            "vi": "Công bố, không xếp hạng: {reason}.",
            "en": "Reported, not ranked: {reason}.",
        },
        "reported_unranked_block": {
            "vi": "Khối không xếp hạng; đơn vị có phiếu điểm riêng.",
            "en": "This block is not ranked; the unit has a scorecard of its own.",
        },
        "suppressed": {
            "vi": "Không công bố vì ít phiếu (dưới {minimum}).",
            "en": "Not published: too few ratings (under {minimum}).",
        },
        "withheld": {"vi": "Tạm chưa công bố; lý do: {reason}.", "en": "Withheld for now; reason: {reason}."},
        "no_figure": {"vi": "Không có số liệu.", "en": "No figures."},
        "no_reason": {"vi": "không nêu", "en": "not stated"},
        # Why a unit with a figure has no rank: the codes of a run's column `reason`
        "reason_access": {
            "vi": "các đơn vị trong khối không được khảo sát cùng một cách",
            "en": "the units of the block were not surveyed in the same way",
        },
        "reason_clusters": {
            "vi": "số địa bàn được chọn quá ít",
            "en": "too few sampled clusters",
        },
        "reason_component": {
            "vi": "có nhóm nội dung chưa đủ câu hỏi đo được",
            "en": "a component has too few measured questions",
        },
        "reason_opinions": {
            "vi": "có nhóm nội dung mà quá ít người có ý kiến",
            "en": "too few hold an opinion on a component",
        },
        "reason_figures": {
            "vi": "chưa có số liệu {figures}, khi nào có mới xếp hạng được",
            "en": "{figures} not known; with the figure the unit can be ranked",
        },
        "reason_few": {
            "vi": "số phiếu hiệu dụng chưa đủ",
            "en": "too few effective ratings",
        },
        # Columns of the table of a block
        "column_rank": {"vi": "Hạng", "en": "Rank"},
        "column_unit": {"vi": "Đơn vị", "en": "Unit"},
        "column_interval": {"vi": "Khoảng tin cậy 95%", "en": "95% interval"},
        "column_rank_set": {"vi": "Khoảng hạng", "en": "Rank set"},
        "column_tier": {"vi": "Xếp loại", "en": "Tier"},
        "column_n": {"vi": "Số phiếu", "en": "Ratings"},
        # The chart of a block
        "chart_title": {"vi": "{measure}: {block}", "en": "{measure}: {block}"},
        "chart_description": {
            "vi": "{count} đơn vị, từ {lowest} đến {highest}; bình quân khối {mean}. Mỗi đơn vị có khoảng tin cậy "
            "95%; số liệu đầy đủ ở bảng bên cạnh.",
            "en": "{count} units, from {lowest} to {highest}; mean of the block {mean}. Each unit has its 95% "
            "interval; all figures stand in the table beside.",
        },
        "block_mean_is": {"vi": "- - -  bình quân khối {mean}", "en": "- - -  mean of the block {mean}"},
        "block": {"vi": "khối {name}", "en": "block: {name}"},
        "beside_alone": {
            "vi": "Chỉ số không tính cho khối này; khối chỉ có các số đo riêng bên cạnh chỉ số.",
            "en": "The index is not made for this block; it has figures beside the index alone.",
        },
        # Words of an instrument inside a sentence
        "listed_and": {"vi": "{first} và {last}", "en": "{first} and {last}"},
        "listed_or": {"vi": "{first} hoặc {last}", "en": "{first} or {last}"},
        "favourable": {"vi": "thuận lợi", "en": "favourable"},
    }
)


_PARTS = (
    RANKING_TEXTS,
    UNRANKED_TEXTS,
    SCORECARD_TEXTS,
    TIER_TEXTS,
    INDICATOR_TEXTS,
    CRITERIA_TEXTS,
    TARGET_TEXTS,
    RELATIVE_TEXTS,
    DATA_TEXTS,
    FORM_TEXTS,
    CONSULTATION_TEXTS,
)
TEXTS = ChainMap(dict(_SHARED), *map(dict, _PARTS))
"""Every text by its key: what all documents share, then those of each document."""


def text(key: str, language: str, **values: str) -> str:
    """The sentence of that key in the language (Vietnamese where there is no other), its places filled."""
    sentences = TEXTS[key]
    return sentences.get(language, sentences["vi"]).format(**values)
