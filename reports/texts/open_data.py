"""The headings of open data as a person reads them in a spreadsheet."""

from types import MappingProxyType

DATA_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "data_wave": {"vi": "Đợt khảo sát", "en": "Wave"},
        "data_block": {"vi": "Khối", "en": "Block"},
        "data_unit": {"vi": "Mã đơn vị", "en": "Unit code"},
        "data_name": {"vi": "Đơn vị", "en": "Unit"},
        "data_state": {"vi": "Trạng thái", "en": "State"},
        "data_note": {"vi": "Ghi chú", "en": "Note"},
        "data_n": {"vi": "Số phiếu", "en": "Ratings"},
        "data_tier": {"vi": "Xếp loại", "en": "Tier"},
        "data_rank": {"vi": "Hạng", "en": "Rank"},
        "data_rank_of": {"vi": "Số đơn vị xếp hạng", "en": "Units ranked"},
        "data_rank_lower": {"vi": "Khoảng hạng từ", "en": "Rank set from"},
        "data_rank_upper": {"vi": "Khoảng hạng đến", "en": "Rank set to"},
        "data_definition": {"vi": "Cách tính", "en": "Measure"},
        "data_estimate": {"vi": "Giá trị", "en": "Value"},
        "data_lower": {"vi": "Cận dưới 95%", "en": "Lower 95% limit"},
        "data_upper": {"vi": "Cận trên 95%", "en": "Upper 95% limit"},
        "data_most": {"vi": "Điểm tối đa áp dụng", "en": "Most points that apply"},
        "data_floored": {"vi": "Điểm sàn", "en": "At the floor"},
        "data_opinion": {"vi": "Tỷ lệ có ý kiến (từ 0 đến 1)", "en": "Share with an opinion (0 to 1)"},
        "data_beside_estimate": {"vi": "Cách tính bên cạnh: giá trị", "en": "Measure beside: value"},
        "data_beside_lower": {"vi": "Cách tính bên cạnh: cận dưới 95%", "en": "Measure beside: lower 95% limit"},
        "data_beside_upper": {"vi": "Cách tính bên cạnh: cận trên 95%", "en": "Measure beside: upper 95% limit"},
        "data_simulated": {"vi": "Số liệu mô phỏng", "en": "Simulated"},
        "data_real": {"vi": "không", "en": "no"},
        "data_state_ranked": {"vi": "xếp hạng", "en": "ranked"},
        "data_state_reported": {"vi": "công bố, không xếp hạng", "en": "reported, not ranked"},
        "data_state_listed": {
            "vi": "được đánh giá, không nêu hạng và điểm",
            "en": "rated, neither rank nor score given",
        },
        "data_group": {"vi": "Nhóm", "en": "Group"},
        "data_group_leading": {"vi": "nhóm dẫn đầu", "en": "leading group"},
        "data_group_middle": {"vi": "nhóm giữa", "en": "middle group"},
        "data_group_improving": {"vi": "nhóm cần cải thiện", "en": "group to improve"},
        "data_state_suppressed": {"vi": "không công bố vì ít phiếu", "en": "not published: few ratings"},
        "data_state_withheld": {"vi": "tạm chưa công bố", "en": "withheld"},
    }
)
