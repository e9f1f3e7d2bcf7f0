"""The words of criteria that units assess themselves and others appraise."""

from types import MappingProxyType

CRITERIA_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        # On the scorecard and the page of a unit
        "card_assessed": {
            "vi": "tự chấm {own}; thẩm định {found}",
            "en": "self-assessed {own}; appraised {found}",
        },
        "card_not_appraised": {"vi": "chưa có", "en": "not yet"},
        "card_reason": {"vi": "{words}; lý do: {reason}", "en": "{words}; reason: {reason}"},
        "card_left_out": {"vi": "không áp dụng; lý do: {reason}", "en": "does not apply; reason: {reason}"},
        "card_evidence": {
            "vi": "{words}; tài liệu kiểm chứng: {evidence}",
            "en": "{words}; evidence: {evidence}",
        },
        "evidence_number": {"vi": "số {number}", "en": "no. {number}"},
        # The table of the annex
        "criteria_heading": {"vi": "Tiêu chí tự chấm và thẩm định", "en": "Criteria self-assessed and appraised"},
        "criteria_note": {
            "vi": "Đơn vị tự chấm từng tiêu chí kèm tài liệu kiểm chứng; chỉ điểm thẩm định được tính. Tiêu chí chưa "
            "thẩm định không tính là 0 và không lấy điểm tự chấm. Tiêu chí không áp dụng cho đơn vị thì không có trong "
            "điểm tối đa.",
            "en": "Each unit assessed itself with evidence; appraised points alone count. What is not appraised yet "
            "is neither a 0 nor a unit's own points. What does not apply to a unit is left out of its "
            "maximum.",
        },
        "criteria_criterion": {"vi": "Tiêu chí", "en": "Criterion"},
        "criteria_own": {"vi": "Tự chấm", "en": "Self-assessed"},
        "criteria_found": {"vi": "Thẩm định", "en": "Appraised"},
        "criteria_reason": {"vi": "Lý do", "en": "Reason"},
        "criteria_evidence": {"vi": "Tài liệu kiểm chứng", "en": "Evidence"},
        "criteria_most": {"vi": "{name} (tối đa {most})", "en": "{name} (at most {most})"},
        # Open data
        "data_indicator": {"vi": "Mã tiêu chí", "en": "Code of the criterion"},
        "data_criterion": {"vi": "Tiêu chí", "en": "Criterion"},
        "data_self_assessed": {"vi": "Điểm tự chấm", "en": "Self-assessed points"},
        "data_appraised": {"vi": "Điểm thẩm định", "en": "Appraised points"},
        "data_criterion_most": {"vi": "Điểm tối đa", "en": "Most points"},
        "data_not_applicable": {"vi": "Không áp dụng", "en": "Does not apply"},
        "data_reason": {"vi": "Lý do", "en": "Reason"},
        "data_evidence": {"vi": "Tài liệu kiểm chứng", "en": "Evidence"},
        "data_evidence_number": {"vi": "Số tài liệu", "en": "Number of the paper"},
        "data_evidence_date": {"vi": "Ngày tài liệu", "en": "Day of the paper"},
        "data_evidence_issuer": {"vi": "Cơ quan ban hành", "en": "Issuer of the paper"},
        "data_yes": {"vi": "có", "en": "yes"},
    }
)
