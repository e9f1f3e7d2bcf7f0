"""Mistakes in what is asked: codes, answers, routes and texts."""

from instruments.mistakes.text import MistakeText, error, warning

_FORM = {
    "code-twice": error(
        "mã “{code}” đã dùng trước đó trong cùng danh sách",
        "the code “{code}” stands earlier in the same list",
        "đặt mã khác",
        "give it another code",
    ),
    "code-reserved": error(
        "mã “{code}” là tên một cột có sẵn của dữ liệu",
        "the code “{code}” is the name of a column that the data already have",
        "đặt mã khác cho câu hỏi",
        "give the item another code",
    ),
    "code-shared": error(
        "mã “{code}” đã là mã của một vai trò hoặc một thành phần của chỉ số",
        "the code “{code}” already names a role or a node of the index",
        "đặt mã khác cho câu hỏi",
        "give the item another code",
    ),
    "scale-unknown": error(
        "không có thang “{code}”",
        "there is no scale “{code}”",
        "khai báo thang này trong `scales`, hoặc dùng {near}",
        "define it under `scales`, or use {near}",
    ),
    "scale-unused": warning(
        "thang “{code}” không được câu nào dùng",
        "no item uses the scale “{code}”",
        "bỏ thang này hoặc dùng nó",
        "remove it or use it",
    ),
    "role-unknown": error(
        "không có vai trò “{code}”",
        "there is no role “{code}”",
        "khai báo vai trò này trong `roles`, hoặc dùng {near}",
        "define it under `roles`, or use {near}",
    ),
    "role-asked-twice": error(
        "vai trò “{code}” đã được hỏi ở phần trước",
        "the role “{code}” is already asked for",
        "chỉ hỏi đơn vị ở một phần",
        "ask for the unit in one section only",
    ),
    "role-not-asked": error(
        "không phần nào hỏi đơn vị giữ vai trò “{code}”",
        "no section asks which unit holds the role “{code}”",
        "thêm vai trò vào `roles` của một phần",
        "add it to the `roles` of a section",
    ),
    "block-unknown": error(
        "không có khối “{code}”",
        "there is no block “{code}”",
        "khai báo khối này trong `index.blocks`, hoặc dùng {near}",
        "define it under `index.blocks`, or use {near}",
    ),
    "answers-one-list": error(
        "câu “{code}” cần đúng một danh sách lựa chọn",
        "the item “{code}” needs exactly one list of answers",
        "dùng `scale` hoặc `options`, không dùng cả hai",
        "give it either `scale` or `options`",
    ),
    "answers-options": error(
        "câu nhiều lựa chọn “{code}” cần danh sách `options` của riêng nó",
        "the multiple-choice item “{code}” needs `options` of its own",
        "thêm `options` và bỏ `scale`",
        "add `options` and remove `scale`",
    ),
    "answers-none": error(
        "câu “{code}” loại {kind} không có danh sách lựa chọn",
        "the item “{code}” of kind {kind} has no list of answers",
        "bỏ `scale` và `options`",
        "remove `scale` and `options`",
    ),
    "bounds-unused": error(
        "câu “{code}” loại {kind} không có giới hạn số",
        "the item “{code}” of kind {kind} has no bounds",
        "bỏ `minimum` và `maximum`",
        "remove `minimum` and `maximum`",
    ),
    "bounds-crossed": error(
        "giới hạn trên của câu “{code}” nhỏ hơn giới hạn dưới",
        "the maximum of the item “{code}” is below its minimum",
        "đổi lại hai giới hạn",
        "put the two bounds right",
    ),
    "bounds-needed": error(
        "câu cho điểm “{code}” cần hai số nguyên làm giới hạn",
        "the rating “{code}” needs two whole numbers as bounds",
        "ghi `minimum` và `maximum`, ví dụ 0 và 10",
        "give `minimum` and `maximum`, such as 0 and 10",
    ),
    "bounds-wide": error(
        "câu cho điểm “{code}” có quá nhiều nút",
        "the rating “{code}” has too many buttons",
        "để hai giới hạn cách nhau nhiều nhất {most}, hoặc dùng loại `number`",
        "keep its bounds at most {most} apart, or make it a `number`",
    ),
    "ends-unused": error(
        "câu “{code}” loại {kind} không có hai đầu thang",
        "the item “{code}” of kind {kind} has no ends to name",
        "bỏ `low` và `high`, hoặc dùng loại `rating`",
        "remove `low` and `high`, or make it a `rating`",
    ),
    "note-answers": error(
        "“{code}” là lời dẫn nên không có vai trò, lý do không trả lời hay bắt buộc",
        "“{code}” is a note and takes no role, no reason and no `required`",
        "bỏ `role`, `none` và `required`",
        "remove `role`, `none` and `required`",
    ),
    "unit-rates": error(
        "câu chọn đơn vị “{code}” không đánh giá đơn vị nào nên không có vai trò",
        "the item “{code}” names a unit, rates none, and takes no role",
        "bỏ `role`, hoặc hỏi đơn vị được đánh giá bằng một vai trò trong `roles`",
        "remove `role`, or ask for the unit that is rated by a role under `roles`",
    ),
    "unit-blocks": error(
        "câu chọn đơn vị “{code}” chưa ghi chọn trong những khối nào",
        "the item “{code}” does not say from which blocks a unit is chosen",
        "thêm `blocks`, ví dụ `blocks: [phuong, xa-dac-khu]`",
        "add `blocks`, such as `blocks: [phuong, xa-dac-khu]`",
    ),
    "unit-block-unknown": error(
        "danh mục đơn vị không có khối “{code}”",
        "the register of units has no block “{code}”",
        "dùng {near}",
        "use {near}",
    ),
    "blocks-unused": error(
        "câu “{code}” loại {kind} không chọn đơn vị",
        "the item “{code}” of kind {kind} chooses no unit",
        "bỏ `blocks`, hoặc dùng loại `unit`",
        "remove `blocks`, or make it a `unit`",
    ),
    "form-unknown": error(
        "phiếu không có mẫu “{code}”",
        "the instrument has no form “{code}”",
        "khai báo trong `forms`, hoặc dùng {near}",
        "list it under `forms`, or use {near}",
    ),
    "forms-few": error(
        "chỉ có một mẫu “{code}”, không chia được",
        "there is only the form “{code}”, which splits nothing",
        "ghi ít nhất hai mẫu hoặc bỏ `forms`",
        "give at least two forms or remove `forms`",
    ),
    "loop-mixed": error(
        "phần “{code}” hỏi lần lượt từng đơn vị của vai trò “{role}” mà còn có câu khác",
        "the section “{code}” is asked once for each unit of the role “{role}” and holds something else too",
        "để các câu của vai trò này ở một phần riêng",
        "keep the items of that role in a section of their own",
    ),
    "loop-early": error(
        "phần “{code}” hỏi về vai trò “{role}” trước khi hỏi đơn vị nào giữ vai trò đó",
        "the section “{code}” is about the role “{role}” before its units are asked for",
        "thêm vai trò vào `roles` của một phần đứng trước",
        "add the role to the `roles` of an earlier section",
    ),
    "sensitive-required": error(
        "câu nhạy cảm “{code}” không được bắt buộc",
        "the sensitive item “{code}” must not be required",
        "bỏ `required`",
        "remove `required`",
    ),
    "favourable-unknown": error(
        "`favourable_from` là {code} nhưng thang “{scale}” không có mã này",
        "`favourable_from` is {code}, which is no code of the scale “{scale}”",
        "dùng một mã có trong thang",
        "use one of its codes",
    ),
}

_ROUTE = {
    "route-unknown": error(
        "điều kiện dùng câu “{item}” không có trong phiếu",
        "the condition reads the item “{item}”, which does not exist",
        "dùng {near}",
        "use {near}",
    ),
    "route-later": error(
        "điều kiện dùng câu “{item}” chưa được hỏi đến lúc đó",
        "the condition reads the item “{item}”, which is not asked before",
        "chuyển câu đó lên trước hoặc đổi điều kiện",
        "move that item up or change the condition",
    ),
    "route-loop": error(
        "điều kiện dùng câu “{item}” được hỏi riêng cho từng đơn vị",
        "the condition reads the item “{item}”, which is asked once for each unit",
        "chỉ dùng câu đó trong các câu của cùng vai trò",
        "read it only in items of the same role",
    ),
    "condition-operator": error(
        "điều kiện có phép “{value}” không dùng được",
        "the condition has the operator “{value}”, which is not known",
        "mỗi phép là một trong: {known}",
        "use one of {known}, one at a time",
    ),
    "condition-arguments": error(
        "phép “{value}” trong điều kiện có số vế không đúng",
        "the operator “{value}” has a wrong number of arguments",
        "viết phép so sánh với đúng hai vế, `!` và `var` với một vế, `and` và `or` với nhiều nhất hai mươi vế",
        "give comparisons two arguments, `!` and `var` one, `and` and `or` twenty at most",
    ),
    "condition-variable": error(
        "`var` trong điều kiện có tên “{value}” không dùng được",
        "the condition has a `var` named “{value}”, which cannot be read here",
        "viết mã câu hỏi; chỉ trong phần thử của `some` và `all` mới để trống",
        "write the code of an item; only the test of `some` and `all` takes the empty name",
    ),
    "condition-deep": error(
        "điều kiện lồng nhau quá {value} tầng",
        "the condition is nested deeper than {value} levels",
        "viết điều kiện gọn lại",
        "write a simpler condition",
    ),
}

_WORDS = {
    "words-twice": error(
        "câu “{code}” có hơn một lựa chọn xin ghi rõ",
        "more than one answer of “{code}” asks for words",
        "chỉ để `words` ở một lựa chọn",
        "keep `words` on one answer alone",
    ),
    "words-scale": error(
        "thang “{code}” dùng chung nên không lựa chọn nào được xin ghi rõ",
        "the scale “{code}” is shared, so none of its answers can ask for words",
        "bỏ `words`, hoặc ghi `options` riêng cho câu hỏi",
        "remove `words`, or give the item `options` of its own",
    ),
    "words-shuffled": error(
        "câu “{code}” xin ghi rõ mà phần của câu xếp thứ tự ngẫu nhiên",
        "“{code}” asks for words in a section that comes in an order of chance",
        "chuyển câu sang phần không có `shuffled`",
        "move the item to a section that is not `shuffled`",
    ),
}

_TEXT = {
    "text-missing": error(
        "thiếu lời tiếng “{language}”",
        "the text in “{language}” is missing",
        "thêm lời bằng ngôn ngữ đầu tiên của phiếu",
        "add the text in the first language",
    ),
    "translation-missing": warning(
        "chưa có bản dịch “{language}”",
        "there is no translation into “{language}”",
        "thêm bản dịch",
        "add it",
    ),
    "language-unlisted": warning(
        "có lời tiếng “{language}” mà `languages` không kể",
        "there is text in “{language}”, which `languages` does not list",
        "thêm ngôn ngữ vào `languages` hoặc bỏ lời này",
        "list the language or remove the text",
    ),
    "text-empty": error(
        "lời tiếng “{language}” để trống",
        "the text in “{language}” is empty",
        "viết lời hoặc bỏ khóa này",
        "write it or remove the key",
    ),
    "text-control": error(
        "lời có ký tự điều khiển không in được",
        "the text holds control characters, which cannot be printed",
        "gõ lại lời này",
        "type it again",
    ),
    "placeholder-outside": error(
        "{word} chỉ được thay bằng tên đơn vị trong phần hỏi lần lượt từng đơn vị",
        "{word} becomes the name of a unit only in a section that is asked about each unit in turn",
        "viết rõ tên, hoặc chuyển lời này vào phần đó",
        "write the name, or move the text into such a section",
    ),
    "placeholder-unknown": error(
        "không có gì để thay vào {word}",
        "nothing is put in for {word}",
        "viết {near} nếu đúng ý, hoặc bỏ dấu ngoặc nhọn",
        "write {near} if that is meant, or take the braces away",
    ),
    "placeholder-none": error(
        "không có gì để thay vào {word} ở đây",
        "nothing is put in for {word} here",
        "viết rõ lời, không dùng dấu ngoặc nhọn",
        "write the words themselves, without braces",
    ),
    "text-html": error(
        "lời có mã HTML",
        "the text holds HTML",
        "chỉ viết chữ thường, không thẻ và không &…;",
        "write plain text without tags and without &…;",
    ),
}

OF_ITEMS: dict[str, MistakeText] = _FORM | _ROUTE | _WORDS | _TEXT
