"""One change between two versions of an instrument: what it is, what it touches, and what it does to comparisons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

Verdict = Literal["comparable", "with_care", "not_comparable"]
ORDER: Final[tuple[Verdict, ...]] = ("comparable", "with_care", "not_comparable")
"""From the mildest to the gravest."""
EVERYTHING: Final = ""
"""The subject of a change that touches every figure."""


class ChangeText(NamedTuple):
    """What the catalogue holds of one kind of change: its verdict and its words."""

    verdict: Verdict
    vi: str
    en: str


CHANGES: Final[Mapping[str, ChangeText]] = MappingProxyType(
    {
        "item-added": ChangeText("not_comparable", "câu hỏi mới", "new item"),
        "item-removed": ChangeText("not_comparable", "câu hỏi bị bỏ", "item removed"),
        "item-moved": ChangeText("with_care", "câu hỏi được hỏi ở chỗ khác trong phiếu", "item asked at another place"),
        "item-spelling": ChangeText("comparable", "sửa lỗi chính tả trong câu hỏi", "spelling of the item corrected"),
        "item-wording": ChangeText("with_care", "lời câu hỏi thay đổi", "wording of the item changed"),
        "item-plain": ChangeText("with_care", "lời giải thích thay đổi", "explanation of the item changed"),
        "item-kind": ChangeText("not_comparable", "kiểu câu hỏi thay đổi", "kind of the item changed"),
        "item-answers": ChangeText("not_comparable", "danh sách câu trả lời thay đổi", "list of answers changed"),
        "item-labels": ChangeText("with_care", "lời của câu trả lời thay đổi", "wording of an answer changed"),
        "item-none": ChangeText("with_care", "lý do không trả lời thay đổi", "reasons not to answer changed"),
        "item-role": ChangeText("not_comparable", "câu hỏi đánh giá vai trò khác", "item rates another role"),
        "item-route": ChangeText("not_comparable", "điều kiện hỏi thay đổi", "condition of the item changed"),
        "item-bounds": ChangeText("with_care", "giới hạn số thay đổi", "bounds of the number changed"),
        "item-favourable": ChangeText("not_comparable", "mốc tính là hài lòng thay đổi", "favourable answers changed"),
        "item-authority": ChangeText("comparable", "cấp có thẩm quyền thay đổi", "authority of the item changed"),
        "node-added": ChangeText("not_comparable", "thành phần mới", "new node"),
        "node-removed": ChangeText("not_comparable", "thành phần bị bỏ", "node removed"),
        "node-parts": ChangeText("not_comparable", "các phần của thành phần thay đổi", "parts of the node changed"),
        "node-aggregation": ChangeText("not_comparable", "cách tính gộp thay đổi", "aggregation of the node changed"),
        "node-weights": ChangeText("not_comparable", "trọng số thay đổi", "weights of the node changed"),
        "node-label": ChangeText("comparable", "tên thành phần thay đổi", "name of the node changed"),
        "index-added": ChangeText("not_comparable", "thêm chỉ số", "an index was added"),
        "index-removed": ChangeText("not_comparable", "bỏ chỉ số", "the index was removed"),
        "index-official": ChangeText("not_comparable", "cách tính chính thức thay đổi", "official definition changed"),
        "index-missing": ChangeText("with_care", "cách xử lý phần thiếu thay đổi", "rule for missing parts changed"),
        "index-usable": ChangeText("with_care", "điều kiện phiếu hợp lệ thay đổi", "rule for usable ratings changed"),
        "index-access": ChangeText("not_comparable", "nguồn phiếu chính thức thay đổi", "official access changed"),
        "analysis-unit": ChangeText("not_comparable", "đối tượng lấy mẫu thay đổi", "unit of analysis changed"),
        "block-roles": ChangeText("not_comparable", "vai trò của khối thay đổi", "roles of the block changed"),
        "block-added": ChangeText("comparable", "thêm khối đơn vị", "block added"),
        "block-removed": ChangeText("comparable", "bỏ khối đơn vị", "block removed"),
        "index-minimum": ChangeText("comparable", "số phiếu tối thiểu thay đổi", "minimum counts changed"),
        "index-tiers": ChangeText("comparable", "mức xếp loại thay đổi", "tiers changed"),
        "index-ties": ChangeText("comparable", "cách xử lý đồng hạng thay đổi", "rule for ties changed"),
    }
)
"""Every kind of change that is told apart. What stands in no figure (titles, notes) is not listed."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one subject: an item, node or block by its code, or `EVERYTHING`; texts before and after."""

    code: str
    subject: str
    before: str | None = None
    after: str | None = None

    @property
    def verdict(self) -> Verdict:
        """What the change does to figures that count its subject."""
        return CHANGES[self.code].verdict

    def sentence(self, language: str = "en") -> str:
        """What changed in words: the subject, the kind of change, and both texts where there are any."""
        text = CHANGES[self.code]
        words = text.vi if language == "vi" else text.en
        place = f"{self.subject}: " if self.subject else ""
        if self.before is None and self.after is None:
            return f"{place}{words}"
        return f"{place}{words}: “{self.before or '–'}” → “{self.after or '–'}”"


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The gravest of some verdicts; comparable where there is none."""
    return max(verdicts, key=ORDER.index, default="comparable")
