"""What people read when an answer is refused: for each code one sentence in Vietnamese and English."""

from collections.abc import Mapping
from types import MappingProxyType

ANSWER_TEXTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "document-shape": {
            "vi": "Phiếu trả lời phải là một đối tượng JSON; hãy tải lại trang và gửi lại.",
            "en": "The answers must be one JSON object; please load the page again and send once more.",
        },
        "part-unknown": {
            "vi": "Phiếu trả lời không có phần “{name}”; các phần là {known}.",
            "en": "A response has no part “{name}”; its parts are {known}.",
        },
        "part-shape": {
            "vi": "Phần “{name}” của phiếu trả lời phải là một đối tượng JSON.",
            "en": "The part “{name}” of a response must be a JSON object.",
        },
        "part-not-used": {
            "vi": "Phiếu này không dùng phần “{name}”; hãy bỏ phần đó.",
            "en": "This survey does not use the part “{name}”; leave it out.",
        },
        "item-unknown": {
            "vi": "Phiếu này không có câu hỏi “{name}”; hãy tải lại trang để lấy phiếu mới nhất.",
            "en": "This survey has no question “{name}”; please load the page again to get the latest version.",
        },
        "off-route": {
            "vi": "Câu “{item}”: không hỏi câu này với các câu trả lời đã chọn; hãy xóa câu trả lời đó.",
            "en": "Question “{item}” is not asked after the other answers given; please clear this answer.",
        },
        "words-unticked": {
            "vi": "Câu “{item}”: chỉ ghi rõ khi đã chọn “{option}”; hãy chọn “{option}” hoặc xóa lời đã ghi.",
            "en": "Question “{item}”: words are for “{option}”, which is not ticked; please tick it or clear them.",
        },
        "unit-not-named": {
            "vi": "Câu “{item}”: chưa chọn “{role}”, nên chưa biết câu này nói về đơn vị nào; hãy chọn đơn vị.",
            "en": "Question “{item}” is about “{role}”, which is not chosen yet; please choose it.",
        },
        "code-shape": {
            "vi": "Câu “{item}”: câu trả lời phải là một mã số của các lựa chọn.",
            "en": "Question “{item}”: the answer must be the number of one of the choices.",
        },
        "code-unknown": {
            "vi": "Câu “{item}”: không có lựa chọn {value}; hãy chọn một trong {known}.",
            "en": "Question “{item}” has no choice {value}; please choose one of {known}.",
        },
        "codes-shape": {
            "vi": "Câu “{item}”: câu trả lời phải là danh sách mã số khác nhau; không chọn gì thì bỏ trống.",
            "en": "Question “{item}”: the answer must be a list of different numbers; leave it out if empty.",
        },
        "number-shape": {
            "vi": "Câu “{item}”: câu trả lời phải là một số.",
            "en": "Question “{item}”: the answer must be a number.",
        },
        "number-low": {
            "vi": "Câu “{item}”: số nhỏ nhất có thể nhập là {limit}.",
            "en": "Question “{item}”: the smallest number possible is {limit}.",
        },
        "number-high": {
            "vi": "Câu “{item}”: số lớn nhất có thể nhập là {limit}.",
            "en": "Question “{item}”: the largest number possible is {limit}.",
        },
        "rating-shape": {
            "vi": "Câu “{item}”: câu trả lời phải là một số nguyên.",
            "en": "Question “{item}”: the answer must be a whole number.",
        },
        "date-shape": {
            "vi": "Câu “{item}”: câu trả lời phải là một ngày có thật, viết như 2026-09-15.",
            "en": "Question “{item}”: the answer must be a day of the calendar, written as 2026-09-15.",
        },
        "note-answered": {
            "vi": "“{item}” là lời dẫn, không phải câu hỏi; hãy bỏ câu trả lời đó.",
            "en": "“{item}” is a note and asks nothing; leave its answer out.",
        },
        "unit-unknown": {
            "vi": "Câu “{item}”: đơn vị {value} không có trong danh sách; hãy chọn một đơn vị trong danh sách.",
            "en": "Question “{item}”: the unit {value} is not in the list; please choose one from the list.",
        },
        "unit-near": {
            "vi": "Câu “{item}”: đơn vị {value} không có trong danh sách; mã gần giống nhất là {near}.",
            "en": "Question “{item}”: the unit {value} is not in the list; the code most like it is {near}.",
        },
        "text-shape": {
            "vi": "Câu “{item}”: câu trả lời phải là chữ; không có ý kiến thì bỏ trống.",
            "en": "Question “{item}”: the answer must be text; leave it out if there is nothing to say.",
        },
        "text-long": {
            "vi": "Câu “{item}”: câu trả lời dài {length} ký tự; xin rút ngắn còn {limit}.",
            "en": "Question “{item}”: the answer has {length} characters; please shorten it to {limit}.",
        },
        "text-characters": {
            "vi": "Câu “{item}”: câu trả lời có ký tự không lưu được; xin gõ lại.",
            "en": "Question “{item}”: the answer holds characters that cannot be stored; please type it again.",
        },
        "reason-shape": {
            "vi": "Câu “{item}”: lý do không trả lời phải viết là none với một lý do.",
            "en": "Question “{item}”: a reason not to answer must be given as none with one reason.",
        },
        "reason-not-offered": {
            "vi": "Câu “{item}”: câu này không có lựa chọn đó; hãy chọn một câu trả lời hoặc bỏ trống.",
            "en": "Question “{item}” does not offer this reason; please choose an answer or leave it blank.",
        },
        "form-unknown": {
            "vi": "Phiếu không có mẫu “{name}”; các mẫu là {known}.",
            "en": "This survey has no form “{name}”; its forms are {known}.",
        },
        "loop-many": {
            "vi": "“{name}”: phiếu đánh giá {found} đơn vị mà chỉ được nhiều nhất {most}; hãy bỏ bớt.",
            "en": "“{name}”: {found} units are rated where at most {most} may be; leave some out.",
        },
        "choice-shape": {
            "vi": "Phần chọn đơn vị: “{name}” phải là danh sách mã đơn vị của đợt khảo sát.",
            "en": "The choice of units: “{name}” must be a list of unit codes of this survey.",
        },
        "choice-other": {
            "vi": "Phần chọn đơn vị: có đơn vị được đánh giá mà không nằm trong “{name}”.",
            "en": "The choice of units: a unit is rated that is not listed in “{name}”.",
        },
        "role-unknown": {
            "vi": "Phiếu này không hỏi đơn vị nào là “{name}”.",
            "en": "This survey asks for no unit as “{name}”.",
        },
        "role-off-route": {
            "vi": "Không hỏi “{role}” với các câu trả lời đã chọn; hãy xóa đơn vị đó.",
            "en": "“{role}” is not asked after the other answers given; please clear it.",
        },
        "unit-missing": {
            "vi": "Ông/Bà chưa chọn “{role}”; hãy chọn một đơn vị.",
            "en": "“{role}” is not chosen yet; please choose one.",
        },
        "unit-not-allowed": {
            "vi": "“{role}”: đơn vị {value} không có trong danh sách của đợt khảo sát; hãy chọn trong danh sách.",
            "en": "“{role}”: the unit {value} is not in the list of this survey; please choose from the list.",
        },
    }
)
