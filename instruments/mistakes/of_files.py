"""Mistakes in files and tables: they cannot be read, or have another shape than they should."""

from instruments.mistakes.text import MistakeText, error

_FILE = {
    "file-too-large": error(
        "tệp lớn hơn 300 KB",
        "the file is larger than 300 KB",
        "chia nhỏ hoặc bỏ bớt nội dung",
        "shorten it or split it",
    ),
    "file-encoding": error(
        "tệp không phải mã UTF-8",
        "the file is not in UTF-8",
        "lưu lại tệp với bảng mã UTF-8",
        "save it again as UTF-8",
    ),
    "yaml-broken": error(
        "không đọc được YAML ({reason_vi})",
        "this is not readable YAML ({reason_en})",
        "sửa dấu cách đầu dòng, dấu ngoặc hoặc dấu hai chấm ở dòng này",
        "mend the indentation, quotes or colons at this line",
    ),
    "yaml-empty": error(
        "tệp không phải một bảng khóa và giá trị",
        "the file is no mapping of keys to values",
        "bắt đầu tệp bằng `code:` theo mẫu trong tài liệu",
        "begin it with `code:` as the documentation shows",
    ),
    "yaml-too-deep": error(
        "nội dung lồng nhau quá sâu",
        "the content is nested too deeply",
        "bớt các tầng lồng nhau",
        "take levels of nesting away",
    ),
    "yaml-too-many": error(
        "tệp có quá nhiều phần tử (hơn 20.000), có thể do lặp bí danh (*)",
        "the file holds too many values (over 20,000), perhaps because aliases (*) repeat each other",
        "bỏ bớt nội dung và bí danh",
        "shorten it and use fewer aliases",
    ),
    "yaml-key": error(
        "tên khóa phải là chữ, không phải danh sách hay bảng",
        "a key must be text, not a list or a mapping",
        "đặt tên khóa bằng chữ",
        "use text as the key",
    ),
    "yaml-key-twice": error(
        "khóa “{key}” có hai lần",
        "the key “{key}” stands here twice",
        "bỏ một trong hai",
        "remove one of them",
    ),
    "yaml-value": error(
        "không hiểu giá trị “{value}”",
        "the value “{value}” is not understood",
        "viết thành chữ trong ngoặc kép hoặc thành số thông thường",
        "write it as text in quotes or as an ordinary number",
    ),
    "yaml-tag": error(
        "thẻ YAML “{tag}” không được dùng: tệp chỉ có chữ, số, danh sách và bảng",
        "the YAML tag “{tag}” is not allowed: a file holds text, numbers, lists and mappings only",
        "bỏ thẻ này",
        "remove the tag",
    ),
}

_SHAPE = {
    "key-unknown": error(
        "không có khóa “{key}” ở đây",
        "there is no key “{key}” here",
        "sửa thành {near} nếu đúng ý",
        "write {near} if that is meant",
    ),
    "key-missing": error(
        "thiếu khóa “{key}”",
        "the key “{key}” is missing",
        "thêm khóa này",
        "add it",
    ),
    "not-text": error(
        "giá trị phải là chữ",
        "the value must be text",
        "đặt trong ngoặc kép",
        "put it in quotes",
    ),
    "not-number": error(
        "giá trị phải là số",
        "the value must be a number",
        "viết số, không có ngoặc kép",
        "write a number without quotes",
    ),
    "not-boolean": error(
        "giá trị phải là true hoặc false",
        "the value must be true or false",
        "viết true hoặc false, không có ngoặc kép",
        "write true or false without quotes",
    ),
    "not-list": error(
        "ở đây phải là một danh sách",
        "a list is needed here",
        "viết mỗi phần tử trên một dòng bắt đầu bằng dấu gạch ngang",
        "write each part on a line of its own that begins with a dash",
    ),
    "not-mapping": error(
        "ở đây phải là một bảng khóa và giá trị",
        "a mapping of keys to values is needed here",
        "viết `khóa: giá trị`",
        "write `key: value`",
    ),
    "not-one-of": error(
        "giá trị “{value}” không được dùng ở đây",
        "the value “{value}” is not one of those known here",
        "dùng một trong: {expected}",
        "use one of {expected}",
    ),
    "bad-code": error(
        "“{value}” không phải là mã hợp lệ (mẫu {pattern})",
        "“{value}” is no valid code (pattern {pattern})",
        "chỉ dùng chữ không dấu, số và dấu nối như mẫu",
        "use only the plain letters, digits and joins of the pattern",
    ),
    "code-empty": error(
        "mã để trống",
        "the code is empty",
        "đặt mã, hoặc bỏ phần này",
        "give a code or take it out",
    ),
    "bad-language": error(
        "“{value}” không phải là mã ngôn ngữ hai chữ như vi, en",
        "“{value}” is no language code of two letters such as vi or en",
        "đặt lời có dấu phẩy hoặc dấu hai chấm trong ngoặc kép",
        "put text that holds a comma or a colon in quotes",
    ),
    "out-of-range": error(
        "giá trị “{value}” vượt giới hạn ({limit})",
        "the value “{value}” is out of bounds ({limit})",
        "đưa về trong giới hạn",
        "bring it within bounds",
    ),
    "too-few": error(
        "danh sách có ít hơn {limit} phần tử",
        "there are fewer than {limit} entries",
        "thêm cho đủ",
        "add what is missing",
    ),
    "value-invalid": error(
        "giá trị “{value}” không hợp lệ",
        "the value “{value}” is not valid",
        "xem mô tả khóa này trong tài liệu",
        "see this key in the documentation",
    ),
}

_TABLE = {
    "table-encoding": error(
        "tệp không phải mã UTF-8 ({encoding})",
        "the file is not in UTF-8 ({encoding})",
        "lưu lại dạng “CSV UTF-8”",
        "save it again as “CSV UTF-8”",
    ),
    "table-empty": error(
        "tệp trống",
        "the file is empty",
        "thêm dòng tên cột và các dòng dữ liệu",
        "add a line of column names and the rows",
    ),
    "table-no-rows": error(
        "tệp không có dòng dữ liệu nào",
        "the file has no rows",
        "thêm các dòng dưới dòng tên cột",
        "add them below the line of column names",
    ),
    "table-tabs": error(
        "các ô cách nhau bằng dấu tab",
        "the cells are separated by tabs",
        "lưu lại với dấu phẩy hoặc chấm phẩy",
        "use commas or semicolons",
    ),
    "table-quotes": error(
        "dấu ngoặc kép không đóng hoặc đặt sai chỗ, hoặc một ô quá dài",
        "a quotation mark is not closed or stands in a wrong place, or a cell is too long",
        "sửa ô này và lưu lại dạng “CSV UTF-8”",
        "mend this cell and save again as “CSV UTF-8”",
    ),
    "table-column-unknown": error(
        "không có cột “{column}”",
        "there is no column “{column}”",
        "đổi thành {near} hoặc bỏ cột này",
        "call it {near} or take it out",
    ),
    "table-column-missing": error(
        "thiếu cột “{column}”",
        "the column “{column}” is missing",
        "thêm cột này vào dòng đầu",
        "add it to the first line",
    ),
    "table-column-twice": error(
        "cột “{column}” có hai lần",
        "the column “{column}” stands there twice",
        "bỏ một trong hai",
        "remove one of them",
    ),
    "table-ragged": error(
        "dòng có {found} ô mà dòng đầu có {expected} cột",
        "the row has {found} cells where the header has {expected}",
        "kiểm tra dấu phân cách và ngoặc kép ở dòng này",
        "check separators and quotation marks in this row",
    ),
}

OF_FILES: dict[str, MistakeText] = _FILE | _SHAPE | _TABLE
