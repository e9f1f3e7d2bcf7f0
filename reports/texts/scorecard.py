"""The sentences of a unit's scorecard: one page, read in a minute."""

from types import MappingProxyType

SCORECARD_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "card": {"vi": "PHIẾU ĐIỂM", "en": "SCORECARD"},
        "card_title": {"vi": "Phiếu điểm: {unit}", "en": "Scorecard: {unit}"},
        "card_wave": {
            "vi": "{wave} · khảo sát từ {start} đến {end}",
            "en": "{wave} · surveyed from {start} to {end}",
        },
        "card_score_limits": {
            "vi": "khoảng tin cậy 95%: {interval}; sai số {margin} điểm",
            "en": "95% interval: {interval}; margin {margin} points",
        },
        "card_rank": {"vi": "Hạng {rank}/{of}", "en": "Rank {rank} of {of}"},
        "card_no_rank": {"vi": "Chưa xếp hạng", "en": "Not ranked"},
        "card_unranked_block": {"vi": "Không xếp hạng", "en": "Not ranked"},
        "card_rank_set": {
            "vi": "có thể từ hạng {lower} đến hạng {upper}",
            "en": "may be anywhere from {lower} to {upper}",
        },
        "card_tier": {"vi": "Xếp loại: {tier}", "en": "Tier: {tier}"},
        "card_ratings": {"vi": "{n} phiếu hợp lệ", "en": "{n} valid ratings"},
        "card_of_hundred": {
            "vi": "Cứ 100 lượt đánh giá thì {x} lượt {favourable}.",
            "en": "Of 100 answers, {x} were {favourable}.",
        },
        "card_mean_level": {
            "vi": "Mức trả lời bình quân bằng {x} phần trăm mức cao nhất.",
            "en": "The mean answer is {x} per cent of the highest answer.",
        },
        "card_place": {"vi": "Vị trí trong khối", "en": "Place in the block"},
        "card_strong": {"vi": "Việc làm tốt nhất so với khối", "en": "Strongest against the block"},
        "card_weak": {"vi": "Việc cần làm ngay", "en": "First to improve, against the block"},
        "card_difference": {
            "vi": "{score} ({interval}); {difference} so với khối",
            "en": "{score} ({interval}); {difference}",
        },
        "card_components": {"vi": "Theo nội dung", "en": "By component"},
        "card_answers": {"vi": "Người dân đã trả lời thế nào", "en": "How people answered"},
        "card_meaning_ranked": {
            "vi": "Khoảng tin cậy cho biết giá trị thật có thể nằm ở đâu; khoảng hạng cho biết hạng thật có thể "
            "là hạng nào. Hai đơn vị có khoảng hạng chồng lên nhau chưa chắc hơn kém nhau. Nét đứt là bình quân "
            "khối.",
            "en": "The interval says where the true value may lie, the rank set which ranks may truly be held. "
            "Units whose rank sets overlap may not differ at all. The dashed line is the mean of the block.",
        },
        "card_meaning_unranked": {
            "vi": "Khoảng tin cậy cho biết giá trị thật có thể nằm ở đâu. Nét đứt là bình quân khối. Không có "
            "hạng không có nghĩa là phục vụ kém.",
            "en": "The interval says where the true value may lie. The dashed line is the mean of the block. To "
            "have no rank does not mean that service is poor.",
        },
        "card_suppressed": {
            "vi": "Đợt này có quá ít người trả lời về đơn vị. Với số phiếu như vậy, một người trả lời khác đi "
            "cũng làm kết quả đổi nhiều, và có thể đoán ra ai đã trả lời; vì thế không nêu con số nào. Điều này "
            "không nói gì về chất lượng phục vụ của đơn vị.",
            "en": "Too few people answered about this unit. With so few ratings one different answer would change "
            "the result, and readers might guess who answered; so no figure is given. This says nothing about how "
            "the unit serves.",
        },
        "card_suppressed_next_transaction": {
            "vi": "Để có kết quả ở đợt sau: gửi đủ danh sách hồ sơ cho đơn vị khảo sát, và báo cho người làm thủ "
            "tục biết là họ có thể nhận lời mời trả lời.",
            "en": "To have a result next time: hand the full list of files to the surveying office, and tell "
            "people who come with a procedure that they may be invited to answer.",
        },
        "card_suppressed_next_person": {
            "vi": "Để có kết quả ở đợt sau: gửi đủ danh sách mẫu cho đơn vị khảo sát, và báo cho những người trong "
            "danh sách biết là họ có thể nhận lời mời trả lời.",
            "en": "To have a result next time: hand the full list of people to the surveying office, and tell them "
            "that they may be invited to answer.",
        },
        "card_withheld": {
            "vi": "Số liệu của đơn vị vẫn được giữ nguyên và sẽ công bố khi lý do trên không còn. Việc tạm chưa "
            "công bố không phải là một kết quả xấu.",
            "en": "The figures of the unit are kept as they are and will be published once this reason no longer "
            "holds. To be withheld is not a bad result.",
        },
        "card_few_items": {"vi": "chưa đủ phiếu", "en": "too few answers"},
    }
)
