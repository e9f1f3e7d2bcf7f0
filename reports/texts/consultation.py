"""The words of an administrative paper, and of the table of comments on a draft instrument."""

from types import MappingProxyType

CONSULTATION_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        # What every administrative paper carries
        "paper_state": {
            "vi": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "en": "SOCIALIST REPUBLIC OF VIET NAM",
        },
        "paper_motto": {"vi": "Độc lập - Tự do - Hạnh phúc", "en": "Independence - Freedom - Happiness"},
        "paper_draft": {"vi": "DỰ THẢO", "en": "DRAFT"},
        "paper_date": {"vi": "{place}, ngày      tháng      năm {year}", "en": "{place}, (day, month) {year}"},
        "paper_receivers": {"vi": "Nơi nhận:", "en": "To:"},
        "paper_receiver_above": {"vi": "- ……………………;", "en": "- ……………………;"},
        "paper_receiver_archive": {"vi": "- Lưu: VT, ………", "en": "- Archive"},
        "paper_post": {"vi": "(Quyền hạn, chức vụ của người ký)", "en": "(Authority and post of the signer)"},
        "paper_name": {"vi": "(Họ và tên)", "en": "(Name)"},
        # The table of comments
        "comments_title": {
            "vi": "Bảng tổng hợp, tiếp thu, giải trình ý kiến góp ý",
            "en": "Comments received, accepted and answered",
        },
        "comments_about": {
            "vi": "đối với dự thảo bộ phiếu và chỉ số “{title}”, bản {version}",
            "en": "on the draft questionnaire and index “{title}”, version {version}",
        },
        "comments_attached": {
            "vi": "(Kèm theo Tờ trình số ……/TTr-…… ngày …… tháng …… năm ……)",
            "en": "(With submission No. …… of ……)",
        },
        "comments_sent": {
            "vi": "{agency} đã gửi dự thảo lấy ý kiến các cơ quan, đơn vị từ ngày {opened}, thời hạn góp ý đến hết "
            "ngày {due}.",
            "en": "{agency} sent the draft for comment on {opened}; comments were asked for until {due}.",
        },
        "comments_counts": {
            "vi": "Tổng số cơ quan, đơn vị góp ý: {units}. Tổng số ý kiến: {count}, trong đó tiếp thu {accepted}, "
            "giải trình {explained}, chưa xử lý {open}.",
            "en": "Bodies that commented: {units}. Comments: {count}, of which accepted {accepted}, explained "
            "{explained}, not answered yet {open}.",
        },
        "comments_late": {
            "vi": "Số ý kiến nhận sau thời hạn (ghi “sau hạn” trong bảng): {late}.",
            "en": "Comments received after the day asked for (marked “late” in the table): {late}.",
        },
        "comments_none": {
            "vi": "Không có ý kiến góp ý nào.",
            "en": "No comment was received.",
        },
        "comments_follow": {"vi": "Kết quả cụ thể như sau:", "en": "In detail:"},
        "comments_number": {"vi": "TT", "en": "No."},
        "comments_item": {"vi": "Nội dung dự thảo", "en": "Part of the draft"},
        "comments_unit": {"vi": "Cơ quan, đơn vị góp ý", "en": "Commented by"},
        "comments_proposal": {"vi": "Nội dung góp ý", "en": "Proposal"},
        "comments_result": {"vi": "Tiếp thu, giải trình", "en": "Accepted or explained"},
        "comments_late_unit": {"vi": "{unit} (sau hạn)", "en": "{unit} (late)"},
        "comments_whole": {"vi": "Toàn bộ dự thảo", "en": "The whole draft"},
        "comments_question": {"vi": "Câu {number}. {words}", "en": "Item {number}. {words}"},
        "comments_accepted": {"vi": "Tiếp thu. ", "en": "Accepted. "},
        "comments_explained": {"vi": "Giải trình: ", "en": "Explained: "},
        "comments_open": {"vi": "Chưa xử lý.", "en": "Not answered yet."},
    }
)
