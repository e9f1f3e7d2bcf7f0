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
    "signer-unwritten": (
        422,
        "Hãy ghi người ký quyết định, không quá {most} ký tự, như trên văn bản.",
        "Write who signed the decision, in at most {most} characters, as it stands there.",
    ),
    "signed-unreadable": (
        422,
        "Tệp này không phải tệp PDF đọc được. Hãy chọn bản PDF của quyết định đã ký số.",
        "This file is no PDF that can be read. Choose the PDF of the signed decision.",
    ),
    "signed-encrypted": (
        422,
        "Tệp PDF này bị đặt mật khẩu. Hãy tải lên bản không đặt mật khẩu.",
        "This PDF is locked with a password. Send one without.",
    ),
    "signed-by-nobody": (
        422,
        "Tệp PDF này chưa có chữ ký số. Hãy tải lên bản đã ký.",
        "This PDF has no digital signature. Send the signed one.",
    ),
    "signed-broken": (
        422,
        "Chữ ký số không khớp nội dung: tệp đã bị thay đổi sau khi ký. Hãy tải lên đúng bản đã ký.",
        "The signature does not fit the content: the file was changed after it was signed. Send it as it was signed.",
    ),
    "signed-expired": (
        422,
        "Chứng thư số của {signer} đã hết hạn hoặc chưa có hiệu lực. Hãy ký lại bằng chứng thư còn hiệu lực.",
        "The certificate of {signer} has expired or is not valid yet. Have it signed with a valid one.",
    ),
    "signed-untrusted": (
        422,
        "Chứng thư số của {signer} do {issuer} cấp, nơi chưa được tin cậy. Hãy ký bằng chứng thư được tin cậy.",
        "The certificate of {signer} is issued by {issuer}, not trusted here. Have it signed with a trusted one.",
    ),
    "signed-without-mark": (
        422,
        "Trong tệp không thấy mã kiểm chứng {wanted}. Hãy ký trên bản có kèm Phụ lục của kết quả này.",
        "The fingerprint {wanted} is on none of its pages. Have the decision signed with the annex of this result.",
    ),
    "signed-of-another-run": (
        422,
        "Phụ lục trong tệp mang mã {found}, kết quả này mang mã {wanted}. Hãy ký trên Phụ lục của đúng kết quả này.",
        "The annex in the file bears {found}, this result {wanted}. Have the annex of this very result signed.",
    ),
    "signed-missing": (
        409,
        "Đợt này cần tệp quyết định đã ký số trước khi công bố. Hãy tải tệp lên cùng số quyết định.",
        "This wave needs the signed decision as a file before it is published. Send it with the decision's number.",
    ),
    "signed-simulated": (
        409,
        "Đợt mô phỏng không kèm quyết định đã ký. Hãy công bố mà không có tệp này.",
        "No signed decision goes with a simulated wave. Publish it without one.",
    ),
}
