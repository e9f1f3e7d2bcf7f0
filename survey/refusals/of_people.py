"""Refusals around accounts: names, passwords, second factors, signing in."""

from survey.refusals.refusal import RefusalText

OF_PEOPLE: dict[str, RefusalText] = {
    "account-name": (
        422,
        "Tên tài khoản “{name}” không dùng được: viết liền, không quá {longest} ký tự.",
        "The account name “{name}” cannot be used: no spaces, at most {longest} characters.",
    ),
    "account-exists": (
        409,
        "Đã có tài khoản “{name}”. Hãy chọn tên khác.",
        "There is an account “{name}” already. Choose another name.",
    ),
    "account-unknown": (
        404,
        "Không có tài khoản “{name}”. Hãy xem danh sách tài khoản.",
        "There is no account “{name}”. See the list of accounts.",
    ),
    "password-length": (
        422,
        "Mật khẩu cần từ {shortest} đến {longest} ký tự. Hãy chọn mật khẩu khác.",
        "A password has {shortest} to {longest} characters. Choose another.",
    ),
    "password-common": (
        422,
        "Mật khẩu này dễ đoán hoặc đã từng bị lộ. Hãy chọn mật khẩu khác, ví dụ bốn từ không liên quan nhau.",
        "This password is easy to guess or was found in a breach. Choose another, such as four unrelated words.",
    ),
    "password-old": (
        422,
        "Mật khẩu hiện tại không đúng. Hãy nhập lại.",
        "The present password is wrong. Type it again.",
    ),
    "password-same": (
        422,
        "Mật khẩu mới trùng mật khẩu hiện tại. Hãy chọn mật khẩu khác.",
        "The new password is the present one. Choose another.",
    ),
    "password-repeat": (
        422,
        "Hai lần nhập mật khẩu mới khác nhau. Hãy nhập lại.",
        "The new password was typed in two ways. Type it again.",
    ),
    "password-due": (
        403,
        "Mật khẩu do người khác đặt. Hãy đổi mật khẩu trước khi làm việc khác.",
        "Somebody else set this password. Change it before anything else.",
    ),
    "code-wrong": (
        401,
        "Mã không đúng hoặc đã dùng. Hãy đợi mã mới trên điện thoại rồi nhập lại.",
        "The code is wrong or was used. Wait for a new one on your phone and type it.",
    ),
    "device-there": (409, "Tài khoản đã có thiết bị tạo mã.", "The account has a device for codes already."),
    "device-none": (409, "Tài khoản chưa có thiết bị tạo mã.", "The account has no device for codes."),
    "second-factor-needed": (
        403,
        "Phê duyệt và công bố cần thêm mã từ điện thoại. Hãy thêm thiết bị tạo mã ở trang tài khoản rồi làm lại.",
        "Approving and publishing need a code from your phone too. Add a device on your account page and come back.",
    ),
    "sign-in-needed": (401, "Hãy đăng nhập để xem trang này.", "Sign in to see this page."),
    "sign-in-wrong": (401, "Tên hoặc mật khẩu không đúng.", "Name or password is wrong."),
    "sign-in-wait": (
        429,
        "Đã nhập sai nhiều lần. Hãy đợi {seconds} giây rồi thử lại.",
        "Too many wrong tries. Wait {seconds} seconds and try again.",
    ),
}
