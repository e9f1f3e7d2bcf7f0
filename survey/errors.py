"""One table of refusals, shared by pages, API and command line: code, HTTP status, what is wrong, what to do."""

from dataclasses import dataclass, field

REFUSALS: dict[str, tuple[int, str, str]] = {
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
    "unknown-wave": (
        404,
        "Không có đợt khảo sát “{wave}”. Ông/Bà xem lại đường dẫn.",
        "There is no survey wave “{wave}”. Check the address.",
    ),
    "wave-not-open": (
        410,
        "Đợt khảo sát chưa mở. Ông/Bà quay lại sau ngày {day}.",
        "The survey is not open yet. Come back after {day}.",
    ),
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
    # Staff
    "sign-in-needed": (401, "Hãy đăng nhập để xem trang này.", "Sign in to see this page."),
    "sign-in-wrong": (401, "Tên hoặc mật khẩu không đúng.", "Name or password is wrong."),
    "not-yours": (
        403,
        "Tài khoản này không có quyền làm việc đó. Hãy nhờ người quản trị.",
        "This account may not do that. Ask the administrator.",
    ),
    "not-found": (404, "Không tìm thấy trang này.", "There is no such page."),
    "stale-form": (
        400,
        "Biểu mẫu đã cũ. Hãy tải lại trang và làm lại.",
        "The form is out of date. Load the page and try again.",
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
        "Độ tin cậy khuyên công bố dạng “{advised}”; công bố đầy đủ cần ghi lý do.",
        "Reliability advises “{advised}”; publishing in full needs a recorded reason.",
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


@dataclass
class Refused(Exception):  # noqa: N818 - the word of the house: something is refused
    """Something was refused: a code of REFUSALS, the words to fill in, and the fields concerned."""

    code: str
    words: dict[str, object] = field(default_factory=dict)
    places: tuple[tuple[str, dict[str, str]], ...] = ()

    @property
    def status(self) -> int:
        """The HTTP status of the refusal."""
        return REFUSALS[self.code][0]

    def sentence(self, language: str) -> str:
        """What is wrong and what to do, in `vi` or `en`."""
        _, vietnamese, english = REFUSALS[self.code]
        return (vietnamese if language == "vi" else english).format_map(self.words)

    def __str__(self) -> str:
        """The English sentence, as the command line prints it."""
        return self.sentence("en")
