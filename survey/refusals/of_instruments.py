"""Refusals of issuing and correcting instruments, and of asking for comments on a draft."""

from survey.refusals.refusal import RefusalText

OF_INSTRUMENTS: dict[str, RefusalText] = {
    "upload-too-large": (
        413,
        "Các tệp gửi lên lớn hơn {most} MB nên chưa nhận và chưa làm gì cả. Hãy thu nhỏ hoặc chia tệp rồi gửi lại.",
        "The files are larger than {most} MB; none was taken and nothing was done. Make them smaller and send again.",
    ),
    "files-many": (
        422,
        "Có nhiều tệp bộ phiếu: {names}. Hãy chọn một tệp YAML cùng các tệp hình và âm thanh của phiếu.",
        "There are several instrument files: {names}. Choose one YAML file with the pictures and audio of its form.",
    ),
    "zip-broken": (
        422,
        "Không mở được tệp nén “{name}”. Hãy nén lại, không đặt mật khẩu.",
        "The pack “{name}” cannot be opened. Pack the files again, without a password.",
    ),
    "zip-count": (
        422,
        "Tệp nén “{name}” phải có từ 1 đến {most} tệp. Hãy nén lại.",
        "The pack “{name}” must hold between 1 and {most} files. Pack them again.",
    ),
    "file-needed": (
        422,
        "Chưa có tệp nào. Hãy chọn một tệp hoặc dán nội dung.",
        "There is no file yet. Choose one or paste its text.",
    ),
    "decision-incomplete": (
        422,
        "Quyết định còn thiếu “{field}”. Hãy ghi đủ như trên quyết định, hoặc chọn dùng thử.",
        "The decision lacks its {field}. Write it as on the decision, or choose to issue on trial.",
    ),
    "instrument-unknown": (
        404,
        "Chưa ban hành bộ phiếu “{instrument}”. Hãy ban hành trước khi tạo đợt.",
        "No instrument “{instrument}” is issued. Issue it first.",
    ),
    "version-taken": (
        409,
        "Bản {version} của bộ phiếu “{code}” đã ban hành với nội dung khác. Hãy đổi số bản.",
        "Version {version} of the instrument “{code}” is issued with other content. Change the version.",
    ),
    "media-changed": (
        409,
        "Bản {version} của bộ phiếu “{code}” đã ban hành với tệp “{name}” khác. Hãy đổi số bản.",
        "Version {version} of the instrument “{code}” is issued with another file “{name}”. Change the version.",
    ),
    "version-unknown": (
        404,
        "Không có bản “{named}” nào đã ban hành. Hãy xem danh sách bộ phiếu.",
        "No issued version is called “{named}”. See the list of instruments.",
    ),
    "version-ambiguous": (
        422,
        "“{named}” chỉ nhiều bản đã ban hành. Hãy ghi thêm ký tự của mã kiểm chứng.",
        "“{named}” stands for several issued versions. Give more digits of the fingerprint.",
    ),
    "decision-words": (
        422,
        "“{field}” cần có nội dung, không quá {longest} ký tự.",
        "The {field} must be given, with at most {longest} characters.",
    ),
    "decision-future": (
        422,
        "Ngày quyết định {day} chưa đến. Hãy ghi ngày trên quyết định đã ký.",
        "The decision's date {day} has not come yet. Give the date of the signed decision.",
    ),
    "decided-already": (
        409,
        "Bản {version} của “{code}” đã ban hành theo Quyết định {number} và không sửa được. Hãy ban hành bản mới.",
        "Version {version} of “{code}” is issued by decision {number} and cannot be changed. Issue a newer version.",
    ),
    "replaces-itself": (
        422,
        "Một bản không thay được chính nó. Hãy ghi bản trước đó.",
        "A version cannot replace itself. Name the version before it.",
    ),
    "replaces-other": (
        422,
        "Bản bị thay thuộc bộ phiếu “{other}”, không phải “{code}”. Hãy ghi một bản của “{code}”.",
        "What is to be replaced belongs to “{other}”, not to “{code}”. Name a version of “{code}”.",
    ),
    "in-force-already": (
        409,
        "Bản {version} của “{code}” đang áp dụng cho cùng thời gian. Hãy ghi bản đó là bản bị thay, hoặc sửa kỳ.",
        "Version {version} of “{code}” is in force for the same days. Name it as the one replaced, or mend the period.",
    ),
    "replaced-already": (
        409,
        "Bản {version} của “{code}” đã được bản {by} thay. Hãy dùng bản {by}.",
        "Version {version} of “{code}” is replaced by version {by}. Use version {by}.",
    ),
    "no-erratum": (
        422,
        "Bản {version} của “{code}” không chỉ đính chính bản {before}: còn {count} thay đổi khác. Hãy mở đợt mới.",
        "Version {version} of “{code}” is no erratum of version {before}; graver changes: {count}. Make a new wave.",
    ),
    "erratum-known": (
        409,
        "Đợt “{wave}” đã hỏi bản {version} rồi. Muốn đính chính tiếp, hãy ghi số bản mới.",
        "The wave “{wave}” has asked version {version} already. To correct it again, give the file a new version.",
    ),
    "consultation-code": (
        422,
        "Mã lấy ý kiến “{code}” không dùng được: 3 đến 40 chữ thường không dấu, chữ số hoặc gạch nối.",
        "The consultation's code “{code}” cannot be used: 3 to 40 lower-case letters, digits or hyphens.",
    ),
    "consultation-exists": (
        409,
        "Đã có đợt lấy ý kiến “{code}”. Hãy chọn mã khác.",
        "There is a consultation “{code}” already. Choose another code.",
    ),
    "consultation-unknown": (
        404,
        "Không có đợt lấy ý kiến “{code}”. Hãy xem danh sách lấy ý kiến.",
        "There is no consultation “{code}”. See the list of consultations.",
    ),
    "rows-too-many": (
        422,
        "Tệp có {count} dòng, nhiều hơn {most} dòng của một lần nhập. Hãy chia thành nhiều tệp.",
        "The file holds {count} rows, more than the {most} that are taken at once. Divide it into several files.",
    ),
    "comments-too-many": (
        422,
        "Đợt lấy ý kiến đã có {kept} góp ý; thêm {count} là quá {most}. Hãy gộp các góp ý giống nhau.",
        "The consultation holds {kept} comments; {count} more are above {most}. Put those that are alike together.",
    ),
    "due-needed": (
        422,
        "Chưa có hạn góp ý. Hãy chọn ngày.",
        "The last day for comments is missing. Choose a day.",
    ),
    "due-past": (
        422,
        "Hạn góp ý {day} đã qua. Hãy chọn từ hôm nay trở đi.",
        "The last day for comments, {day}, is past. Choose today or later.",
    ),
}
