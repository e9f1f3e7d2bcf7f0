"""Refusals of answering, of files and accounts, of waves and of results."""

from survey.refusals.refusal import RefusalText

OF_WAVES: dict[str, RefusalText] = {
    # Submission and invitations
    "body-too-large": (
        413,
        "Câu trả lời dài quá mức nhận được. Ông/Bà rút ngắn phần tự viết rồi gửi lại.",
        "The answer is longer than can be taken. Shorten the free text and send again.",
    ),
    "foreign-origin": (
        403,
        "Yêu cầu này không gửi từ trang khảo sát. Ông/Bà mở lại trang khảo sát rồi gửi.",
        "This request did not come from the survey's own page. Open the survey page and send from there.",
    ),
    "not-json": (
        400,
        "Nội dung gửi lên không đọc được. Ông/Bà tải lại trang rồi gửi lại.",
        "What was sent cannot be read. Load the page again and resend.",
    ),
    "goalposts-not-fixed": (
        409,
        "Chưa mở được đợt “{wave}”: mốc của chỉ tiêu “{code}” lấy từ đợt trước ({waves}) chưa được quyết định.",
        "The wave “{wave}” cannot open: goalposts of “{code}” from earlier waves ({waves}) are not fixed by decision.",
    ),
    "goalposts-not-asked": (
        409,
        "Bộ công cụ của đợt “{wave}” không lấy mốc từ các đợt trước nên không có mốc nào cần quyết định.",
        "The instrument of the wave “{wave}” takes no goalposts from earlier waves: there is nothing to fix.",
    ),
    "goalposts-unpublished": (
        409,
        "Đợt “{wave}” chưa công bố kết quả dùng làm mốc được. Ông/Bà công bố đợt đó trước, hoặc bỏ khỏi bộ công cụ.",
        "The wave “{wave}” has published nothing to take goalposts from. Publish it first, or name other waves.",
    ),
    "goalposts-refused": (422, "{why}", "{why}"),
    "unknown-wave": (
        404,
        "Không có đợt khảo sát “{wave}”. Ông/Bà xem lại đường dẫn.",
        "There is no survey wave “{wave}”. Check the address.",
    ),
    "wave-not-open": (
        410,
        "Đợt khảo sát chưa mở. Ông/Bà quay lại từ ngày {day}.",
        "The survey is not open yet. Come back from {day} on.",
    ),
    "wave-over": (410, "Đợt khảo sát đã kết thúc ngày {day}. Cảm ơn Ông/Bà.", "The survey ended on {day}. Thank you."),
    "wave-ended": (
        410,
        (
            "Đợt khảo sát đã kết thúc ngày {day}. "
            "Phiếu của Ông/Bà vẫn còn trên máy này nhưng chưa được gửi. Cảm ơn Ông/Bà."
        ),
        "The survey ended on {day}. Your answers are still on this device but were not sent. Thank you.",
    ),
    "different-copy": (
        409,
        "Phiếu mang số này đã được nhận với nội dung khác; phiếu đã nhận được tính.",
        "A response with this number was received with other answers; the one received counts.",
    ),
    "withdrawn": (410, "Phiếu này đã được rút và không được tính.", "This response was withdrawn and does not count."),
    "answers-invalid": (
        422,
        "Có câu trả lời cần xem lại; các câu đó được ghi bên dưới.",
        "Some answers need another look; they are listed below.",
    ),
    "code-used": (
        410,
        "Mã này đã được dùng. Nếu Ông/Bà chưa trả lời, hãy gọi {phone}; không cần đọc câu trả lời cho người nghe máy.",
        "This code has been used. If you have not answered, call {phone}; you need not tell your answers.",
    ),
    "code-unknown": (
        404,
        "Không có mã này. Ông/Bà xem lại từng chữ trong thư mời.",
        "There is no such code. Check each letter of it.",
    ),
    "invitation-needed": (
        403,
        "Đợt khảo sát này chỉ nhận phiếu có mã mời. Ông/Bà nhập mã trong thư mời.",
        "This survey takes answers with an invitation code only. Enter the code from your letter.",
    ),
    "other-version": (
        409,
        "Phiếu này thuộc bản câu hỏi khác. Ông/Bà tải lại trang rồi trả lời.",
        "This form belongs to another version of the questions. Load the page again.",
    ),
    "cells-too-small": (
        422,
        "Có {count} nhóm quá nhỏ, người trả lời có thể bị nhận ra: {first}.",
        "Groups so small that a respondent could be recognised: {count}; {first}.",
    ),
    "already-drawn": (
        409,
        "Đợt khảo sát “{wave}” đã có lời mời. Hãy in lại mã của lần chọn mẫu đó.",
        "The wave “{wave}” has invitations already. Print the codes of that drawing again.",
    ),
    # Files, accounts and waves
    "file-mistakes": (
        422,
        "{mistake} Tệp {file} có {count} lỗi nên chưa làm gì cả.",
        "{mistake} Nothing was done; mistakes in {file}: {count}.",
    ),
    "typed-mistakes": (422, "{mistake} Chưa lưu gì cả.", "{mistake} Nothing was stored."),
    "role-unknown": (
        422,
        "Không có vai trò “{role}”; các vai trò: {roles}.",
        "There is no role “{role}”; the roles are {roles}.",
    ),
    "role-unit": (
        422,
        "Vai trò unit_viewer cần đúng một đơn vị, các vai trò khác không kèm đơn vị (đang là “{role}”).",
        "The role unit_viewer needs one unit and the other roles none (this is “{role}”). Add or leave out the unit.",
    ),
    "unit-unknown": (
        422,
        "Danh mục không có đơn vị “{unit}”. Hãy xem lại mã đơn vị.",
        "The register has no unit “{unit}”. Check the unit's code.",
    ),
    "units-missing": (
        422,
        "Đợt khảo sát chưa có đơn vị nào. Hãy đưa danh sách đơn vị vào.",
        "The wave has no unit. Give it a list of units.",
    ),
    "wave-code": (
        422,
        "Mã đợt “{code}” không dùng được: 3 đến 40 chữ thường không dấu, chữ số hoặc gạch nối.",
        "The wave code “{code}” cannot be used: 3 to 40 lower-case letters, digits or hyphens.",
    ),
    "wave-exists": (
        409,
        "Đã có đợt khảo sát “{code}”. Hãy chọn mã khác.",
        "There is a wave “{code}” already. Choose another code.",
    ),
    "period-reversed": (
        422,
        "Kỳ khảo sát kết thúc ({to}) trước khi bắt đầu ({start}). Hãy sửa ngày.",
        "The period ends ({to}) before it begins ({start}). Mend the dates.",
    ),
    "wave-words": (
        422,
        "“{field}” của đợt có {found} ký tự, chỉ được tối đa {longest}. Hãy rút ngắn.",
        "The wave's {field} has {found} characters; at most {longest} are taken. Shorten it.",
    ),
    "late-days": (
        422,
        "Không nhận được {days} ngày nhận phiếu muộn; hãy chọn từ 0 đến {most} ngày.",
        "Late answers cannot be taken for {days} days; choose 0 to {most}.",
    ),
    "reason-needed": (
        422,
        "Cần ghi lý do, không quá {longest} ký tự.",
        "A reason is needed, of at most {longest} characters.",
    ),
    "response-unknown": (
        404,
        "Đợt này không có phiếu “{response}” còn được tính. Hãy xem lại số phiếu trong dữ liệu chốt.",
        "The wave has no counted response “{response}”. Check its number in the snapshot.",
    ),
    "cannot-score": (409, "Chưa tính được kết quả: {why}", "The result cannot be computed: {why}"),
    "not-yours": (
        403,
        "Tài khoản này không có quyền làm việc đó. Hãy nhờ người quản trị.",
        "This account may not do that. Ask the administrator.",
    ),
    "not-found": (404, "Không tìm thấy trang này.", "There is no such page."),
    "fingerprint-unknown": (
        404,
        "Không có kết quả nào được công bố dưới mã kiểm chứng này. Ông/Bà xem lại từng ký tự in trên tài liệu.",
        "No result is published under this fingerprint. Check each digit printed on the document.",
    ),
    "stale-form": (
        400,
        "Biểu mẫu đã cũ. Hãy tải lại trang và làm lại.",
        "The form is out of date. Load the page and try again.",
    ),
    "step-taken": (
        409,
        "Việc này đã được làm rồi hoặc chưa đến lượt. Xem bước tiếp theo ở trang của đợt.",
        "This has been done already, or it is not its turn yet. See the next step on the page of the wave.",
    ),
    "not-scored": (
        409,
        "Đợt này chưa có kết quả. Hãy chốt số liệu và tính kết quả trước.",
        "This wave has no result yet. Close and score it first.",
    ),
    "wrong-state": (
        409,
        "Đợt khảo sát đang ở trạng thái “{state}” nên chưa làm được việc này; cần “{needed}”.",
        "The wave is “{state}”, so this cannot be done; it must be “{needed}”.",
    ),
    "same-person": (
        409,
        "Người chuẩn bị không được phê duyệt chính kết quả đó. Cần một người khác.",
        "Whoever prepared a result cannot approve it. Another person must.",
    ),
    "approval-missing": (
        409,
        "Chưa đủ phê duyệt: còn thiếu bước {step}.",
        "Approval is not complete: step {step} is missing.",
    ),
    "advice-needs-reason": (
        409,
        "Với độ tin cậy này nên công bố dạng: {advised}. Muốn công bố nhiều hơn thì cần ghi lý do.",
        "At this reliability the form to publish is: {advised}. Publishing more needs a recorded reason.",
    ),
    "form-needs-decision": (
        409,
        "Hình thức công bố khác với đủ hạng cần số quyết định (dài nhất 60 ký tự). Hãy ghi số quyết định ấy.",
        "A form of publication other than full ranks needs a decision number (at most 60 characters). Enter it.",
    ),
    "form-first": (
        409,
        "Số hạng được nêu chỉ đi cùng hình thức nêu các hạng đầu, và phải từ 1 trở lên. Hãy sửa một trong hai.",
        "How many ranks are named goes with naming the first ranks alone, from 1 on. Change the form or the number.",
    ),
    "not-closed": (
        409,
        "Đợt này chưa chốt số liệu. Hãy chốt trước khi tính.",
        "The wave is not closed yet. Close it before scoring.",
    ),
    "not-prepared": (
        409,
        "Đợt này chưa có kết quả được chuẩn bị. Hãy chuẩn bị công bố trước.",
        "No result of the wave is prepared. Prepare it first.",
    ),
    "approved-already": (
        409,
        "Kết quả này đã đủ phê duyệt. Có thể công bố.",
        "This result is approved already. It can be published.",
    ),
    "published-already": (
        409,
        "Kết quả này đã công bố (lần {number}). Muốn sửa, hãy tính lại rồi chuẩn bị lần công bố mới.",
        "This result is public already (number {number}). To correct it, score again and prepare a new one.",
    ),
    "cannot-print": (409, "Chưa in được tài liệu: {why}", "The documents cannot be printed: {why}"),
    "decision-unwritten": (
        422,
        "Hãy ghi số quyết định (không quá {most} ký tự) và ngày quyết định như trên văn bản.",
        "Write the number (at most {most} characters) and the day as they stand on the decision.",
    ),
    "decision-needed": (
        409,
        "Đợt này cần số quyết định trước khi công bố.",
        "This wave needs a decision number before it is published.",
    ),
    "internal": (
        500,
        "Hệ thống gặp lỗi và chưa làm gì cả. Hãy thử lại; nếu vẫn lỗi, báo người quản trị mã {mark}.",
        "The system failed and nothing was done. Try again; if it fails again, tell the administrator {mark}.",
    ),
}
