"""The catalogue of changes between two versions of an instrument: the verdict and the words of each kind."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

Verdict = Literal["comparable", "with_care", "not_comparable"]


class ChangeText(NamedTuple):
    """What the catalogue holds of one kind of change: its verdict, its words, and whether it may mend an open wave."""

    verdict: Verdict
    vi: str
    en: str
    is_slip: bool = False
    """Neither an answer nor a figure nor its publication rests on it: spelling, a name in a table."""


CHANGES: Final[Mapping[str, ChangeText]] = MappingProxyType(
    {
        "instrument-code": ChangeText("comparable", "mã phiếu thay đổi", "code of the instrument changed"),
        "instrument-languages": ChangeText("with_care", "ngôn ngữ của phiếu thay đổi", "languages of the form changed"),
        "instrument-forms": ChangeText("with_care", "các mẫu phiếu thay đổi", "forms of the split ballot changed"),
        "analysis-unit": ChangeText("not_comparable", "đối tượng lấy mẫu thay đổi", "unit of analysis changed"),
        "role-added": ChangeText("with_care", "thêm vai trò", "role added"),
        "role-removed": ChangeText("with_care", "bỏ vai trò", "role removed"),
        "role-spelling": ChangeText(
            "comparable",
            "sửa lỗi chính tả trong câu hỏi về đơn vị",
            "spelling of the question about the unit corrected",
            is_slip=True,
        ),
        "role-wording": ChangeText(
            "with_care", "lời hỏi về đơn vị thay đổi", "wording of the question about the unit changed"
        ),
        "role-blocks": ChangeText(
            "with_care", "khối đơn vị được chọn thay đổi", "blocks to choose a unit from changed"
        ),
        "role-loop": ChangeText(
            "not_comparable",
            "cách đánh giá lần lượt nhiều đơn vị thay đổi",
            "units are, or are no longer, rated in turn",
        ),
        "role-most": ChangeText(
            "with_care",
            "số đơn vị nhiều nhất mỗi phiếu đánh giá thay đổi",
            "most units that one response rates changed",
        ),
        "role-moved": ChangeText(
            "with_care", "đơn vị được hỏi ở chỗ khác trong phiếu", "unit asked for at another place"
        ),
        "section-added": ChangeText("comparable", "phần mới", "new section"),
        "section-removed": ChangeText("comparable", "phần bị bỏ", "section removed"),
        "intro-spelling": ChangeText(
            "comparable", "sửa lỗi chính tả trong lời mời", "spelling of the intro corrected", is_slip=True
        ),
        "intro-wording": ChangeText("comparable", "lời mời thay đổi", "wording of the intro changed"),
        "role-label": ChangeText("comparable", "tên vai trò thay đổi", "name of the role changed"),
        "section-spelling": ChangeText(
            "comparable", "sửa lỗi chính tả trong lời dẫn của phần", "spelling of the heading corrected", is_slip=True
        ),
        "section-wording": ChangeText("with_care", "lời dẫn của phần thay đổi", "wording of the heading changed"),
        "section-shuffled": ChangeText(
            "with_care", "cách xếp thứ tự câu hỏi thay đổi", "items come, or no longer come, in an order of chance"
        ),
        "item-added": ChangeText("not_comparable", "câu hỏi mới", "new item"),
        "item-removed": ChangeText("not_comparable", "câu hỏi bị bỏ", "item removed"),
        "item-moved": ChangeText("with_care", "câu hỏi được hỏi ở chỗ khác trong phiếu", "item asked at another place"),
        "item-spelling": ChangeText(
            "comparable", "sửa lỗi chính tả trong câu hỏi", "spelling of the item corrected", is_slip=True
        ),
        "item-wording": ChangeText("with_care", "lời câu hỏi thay đổi", "wording of the item changed"),
        "item-plain": ChangeText("with_care", "lời giải thích thay đổi", "explanation of the item changed"),
        "item-kind": ChangeText("not_comparable", "kiểu câu hỏi thay đổi", "kind of the item changed"),
        "item-answers": ChangeText("not_comparable", "danh sách câu trả lời thay đổi", "list of answers changed"),
        "item-labels": ChangeText("with_care", "lời của câu trả lời thay đổi", "wording of an answer changed"),
        "item-none": ChangeText("with_care", "lý do không trả lời thay đổi", "reasons not to answer changed"),
        "item-role": ChangeText("not_comparable", "câu hỏi đánh giá vai trò khác", "item rates another role"),
        "item-route": ChangeText("not_comparable", "điều kiện hỏi thay đổi", "condition of the item changed"),
        "item-bounds": ChangeText("with_care", "giới hạn số thay đổi", "bounds of the number changed"),
        "item-blocks": ChangeText(
            "with_care",
            "khối đơn vị được chọn trong câu hỏi thay đổi",
            "blocks that an item chooses a unit from changed",
        ),
        "item-favourable": ChangeText("not_comparable", "mốc tính là hài lòng thay đổi", "favourable answers changed"),
        "item-authority": ChangeText(
            "comparable", "cấp có thẩm quyền thay đổi", "authority of the item changed", is_slip=True
        ),
        "item-ends": ChangeText("with_care", "lời ở hai đầu thang thay đổi", "words at the ends of the scale changed"),
        "item-picture": ChangeText("with_care", "hình của câu hỏi thay đổi", "picture of the item changed"),
        "item-alt": ChangeText("with_care", "lời tả hình thay đổi", "words for the picture changed"),
        "item-spoken": ChangeText("with_care", "âm thanh của câu hỏi thay đổi", "audio of the item changed"),
        "item-forms": ChangeText("with_care", "mẫu phiếu có câu hỏi này thay đổi", "forms that ask the item changed"),
        "item-words": ChangeText("comparable", "lựa chọn xin ghi rõ thay đổi", "answers that ask for words changed"),
        "item-length": ChangeText("comparable", "độ dài lời viết thay đổi", "longest text changed"),
        "item-sensitive": ChangeText("comparable", "dấu câu hỏi nhạy cảm thay đổi", "mark of a sensitive item changed"),
        "indicator-added": ChangeText("not_comparable", "chỉ tiêu mới", "new indicator"),
        "indicator-removed": ChangeText("not_comparable", "chỉ tiêu bị bỏ", "indicator removed"),
        "indicator-item": ChangeText(
            "not_comparable", "câu hỏi tạo ra chỉ tiêu thay đổi", "item the indicator is made from changed"
        ),
        "indicator-source": ChangeText(
            "not_comparable", "nguồn số liệu của chỉ tiêu thay đổi", "source of the indicator changed"
        ),
        "indicator-recode": ChangeText(
            "not_comparable", "cách tính chỉ tiêu thay đổi", "recode of the indicator changed"
        ),
        "indicator-codes": ChangeText("not_comparable", "câu trả lời được tính thay đổi", "answers that count changed"),
        "indicator-cap": ChangeText("not_comparable", "mức cắt thay đổi", "largest number that counts changed"),
        "indicator-points": ChangeText(
            "not_comparable", "điểm của câu trả lời thay đổi", "points of the answers changed"
        ),
        "indicator-direction": ChangeText(
            "not_comparable", "chiều tốt của chỉ tiêu thay đổi", "direction of the indicator changed"
        ),
        "indicator-goalposts": ChangeText("not_comparable", "mốc so sánh thay đổi", "goalposts changed"),
        "indicator-extremes": ChangeText(
            "not_comparable", "đơn vị cho hai mốc thay đổi", "units that give the goalposts changed"
        ),
        "indicator-relative": ChangeText(
            "not_comparable",
            "hai mốc lấy từ chính mỗi đợt nên điểm không so sánh được theo thời gian",
            "goalposts are those of each wave itself, so that scores cannot be compared in time",
        ),
        "indicator-base": ChangeText(
            "not_comparable", "nhóm người được tính thay đổi", "people whose answers count changed"
        ),
        "indicator-columns": ChangeText(
            "not_comparable", "biểu mẫu hoặc cột số liệu thay đổi", "template or columns of the figures changed"
        ),
        "indicator-label": ChangeText(
            "comparable", "tên chỉ tiêu thay đổi", "name of the indicator changed", is_slip=True
        ),
        "indicator-published": ChangeText(
            "comparable", "phạm vi công bố chỉ tiêu thay đổi", "whether the indicator is published changed"
        ),
        "kind-scale": ChangeText("not_comparable", "thang điểm công bố thay đổi", "published scale changed"),
        "node-added": ChangeText("not_comparable", "thành phần mới", "new node"),
        "node-removed": ChangeText("not_comparable", "thành phần bị bỏ", "node removed"),
        "node-parts": ChangeText("not_comparable", "các phần của thành phần thay đổi", "parts of the node changed"),
        "node-aggregation": ChangeText("not_comparable", "cách tính gộp thay đổi", "aggregation of the node changed"),
        "node-weights": ChangeText("not_comparable", "trọng số thay đổi", "weights of the node changed"),
        "node-label": ChangeText("comparable", "tên thành phần thay đổi", "name of the node changed", is_slip=True),
        "node-kind": ChangeText("not_comparable", "cấp của thành phần thay đổi", "level of the node changed"),
        "node-points": ChangeText("not_comparable", "điểm tối đa thay đổi", "most points changed"),
        "node-share": ChangeText("not_comparable", "tỷ trọng số liệu cứng thay đổi", "share of hard figures changed"),
        "node-floor": ChangeText("with_care", "mức sàn của con số thay đổi", "floor of the figure changed"),
        "node-opinion": ChangeText(
            "with_care", "tỷ lệ có ý kiến cần có thay đổi", "share that must hold an opinion changed"
        ),
        "node-missing": ChangeText("with_care", "cách xử lý phần thiếu thay đổi", "rule for missing parts changed"),
        "node-blocks": ChangeText("comparable", "các khối được tính thay đổi", "blocks of the node changed"),
        "node-index": ChangeText(
            "not_comparable", "chỉ số chung là thành phần khác", "another node stands for the index"
        ),
        "node-bonus": ChangeText("not_comparable", "điểm thưởng thay đổi", "bonus points changed"),
        "node-penalty": ChangeText("not_comparable", "điểm trừ thay đổi", "penalty points changed"),
        "index-added": ChangeText("not_comparable", "thêm chỉ số", "an index was added"),
        "index-removed": ChangeText("not_comparable", "bỏ chỉ số", "the index was removed"),
        "index-official": ChangeText("not_comparable", "cách tính chính thức thay đổi", "official definition changed"),
        "index-missing": ChangeText("with_care", "cách xử lý phần thiếu thay đổi", "rule for missing parts changed"),
        "index-usable": ChangeText("with_care", "điều kiện phiếu hợp lệ thay đổi", "rule for usable ratings changed"),
        "index-access": ChangeText("not_comparable", "nguồn phiếu chính thức thay đổi", "official access changed"),
        "index-minimum": ChangeText("comparable", "số phiếu tối thiểu thay đổi", "minimum counts changed"),
        "index-tiers": ChangeText("comparable", "mức xếp loại thay đổi", "tiers changed"),
        "index-targets": ChangeText("comparable", "mục tiêu thay đổi", "targets changed"),
        "index-publication": ChangeText("comparable", "hình thức công bố thay đổi", "form of publication changed"),
        "index-ties": ChangeText("comparable", "cách xử lý đồng hạng thay đổi", "rule for ties changed"),
        "index-unit": ChangeText("comparable", "đơn vị in điểm thay đổi", "what scores are printed in changed"),
        "index-beside": ChangeText(
            "comparable", "cách tính báo cáo kèm thay đổi", "definitions reported beside changed"
        ),
        "index-inference": ChangeText(
            "with_care", "ý nghĩa của khoảng tin cậy thay đổi", "what intervals speak of changed"
        ),
        "index-province": ChangeText(
            "with_care", "cách tính số liệu toàn tỉnh thay đổi", "figure of the whole province changed"
        ),
        "block-roles": ChangeText("not_comparable", "vai trò của khối thay đổi", "roles of the block changed"),
        "block-added": ChangeText("comparable", "thêm khối đơn vị", "block added"),
        "block-removed": ChangeText("comparable", "bỏ khối đơn vị", "block removed"),
        "block-ranked": ChangeText(
            "comparable", "việc xếp hạng của khối thay đổi", "whether the block is ranked changed"
        ),
    }
)
"""Every kind of change that is told apart. What stands in no figure (titles, notes, sources) is not listed."""
