"""Refusals on a result's way through its approval: the chain, its steps, sending back."""

from survey.refusals.refusal import RefusalText

OF_APPROVAL: dict[str, RefusalText] = {
    "chain-steps": (
        422,
        "Chuỗi phê duyệt cần từ 1 đến {most} bước. Hãy thêm hoặc bớt bước.",
        "An approval chain has 1 to {most} steps. Add or leave out steps.",
    ),
    "chain-title": (
        422,
        "Bước {step} của chuỗi phê duyệt cần tên bằng tiếng Việt, tên dài nhất {longest} ký tự. Hãy sửa tên bước.",
        "Step {step} of the approval chain needs a Vietnamese name; names have at most {longest} characters. Mend it.",
    ),
    "chain-document": (
        422,
        "Tên văn bản ở bước {step} dài quá {longest} ký tự. Hãy rút ngắn.",
        "The document named in step {step} has more than {longest} characters. Shorten it.",
    ),
    "chain-role": (
        422,
        "Vai trò “{role}” ở bước {step} không có quyền phê duyệt. Hãy chọn trong: {roles}.",
        "The role “{role}” of step {step} may not approve. Choose one of {roles}.",
    ),
    "chain-account": (
        422,
        "Bước {step}: không có tài khoản “{account}” giữ vai trò {role} ở cơ quan của đợt. Hãy xem lại tên tài khoản.",
        "Step {step}: no account “{account}” holds the role {role} in the wave's office. Check the account's name.",
    ),
    "chain-twice": (
        422,
        "Tài khoản “{account}” được giao hai bước; mỗi người chỉ duyệt một bước. Hãy giao một bước cho người khác.",
        "The account “{account}” is given two steps; each person takes one. Give one of them to somebody else.",
    ),
    "chain-fixed": (
        409,
        "Đã có kết quả được chuẩn bị nên không đổi chuỗi phê duyệt được nữa. Muốn đổi, hãy trả lại kết quả trước.",
        "A result is prepared, so the approval chain cannot change any more. To change it, send the result back first.",
    ),
    "approved-by-you": (
        409,
        "Ông/Bà đã phê duyệt bước {step} của kết quả này. Bước tiếp theo cần một người khác.",
        "You approved step {step} of this result. The next step needs another person.",
    ),
    "step-of-another": (
        403,
        "Bước này được giao cho tài khoản “{account}”. Hãy để người đó phê duyệt.",
        "This step is given to the account “{account}”. Let that person approve.",
    ),
    "paper-unwritten": (
        422,
        "Bước này cần số (không quá {most} ký tự), ngày và người ký của văn bản “{document}”. Hãy ghi đủ.",
        "This step needs number (at most {most} characters), day and signer of “{document}”. Enter all three.",
    ),
    "returned": (
        409,
        "Kết quả này đã bị trả lại. Người chuẩn bị cần chuẩn bị lại trước.",
        "This result was sent back. It has to be prepared again first.",
    ),
}
