"""Mistakes of putting one instrument into another."""

from instruments.mistakes.text import MistakeText, error

_PAIR = {
    "embed-itself": error(
        "không ghép “{module}” vào chính nó",
        "“{module}” cannot be put into itself",
        "chọn bộ phiếu khác",
        "name another instrument",
    ),
    "embed-twice": error(
        "mọi câu của “{module}” đã có trong “{host}”",
        "all questions of “{module}” stand in “{host}” already",
        "không cần ghép lần nữa",
        "there is nothing to put in",
    ),
    "embed-no-index": error(
        "“{host}” không có chỉ số để đặt số đo của “{module}” bên cạnh",
        "“{host}” has no index beside which figures of “{module}” could stand",
        "ghép theo chiều ngược lại, hoặc thêm mục `index` cho “{host}”",
        "put it in the other way round, or give “{host}” an `index`",
    ),
    "embed-half-forms": error(
        "“{code}” đã chia mẫu phiếu ({forms}), không chia đôi thêm được",
        "“{code}” has forms of its own ({forms}), which cannot be halved again",
        "bỏ `--half`",
        "leave out `--half`",
    ),
    "embed-forms-other": error(
        "hai bộ phiếu chia mẫu khác nhau ({host} và {module})",
        "the two have different forms ({host} and {module})",
        "đặt tên mẫu giống nhau hoặc bỏ `forms` ở bộ phiếu được ghép",
        "give their forms the same names or take `forms` out of the module",
    ),
}

_ROLES = {
    "embed-role-module": error(
        "bộ phiếu được ghép không có vai trò “{role}”",
        "the module has no role “{role}”",
        "ghi {near} ở bên trái dấu bằng của `--role`",
        "write {near} on the left of `--role`",
    ),
    "embed-role-host": error(
        "“{host}” không có vai trò “{role}”",
        "“{host}” has no role “{role}”",
        "ghi {near} ở bên phải dấu bằng của `--role`",
        "write {near} on the right of `--role`",
    ),
    "embed-role-same": error(
        "“{host}” cũng có vai trò “{role}”",
        "“{host}” has a role “{role}” too",
        "nếu là một thì thêm `--role {role}={role}`, nếu không thì đổi mã",
        "add `--role {role}={role}` if they are one, else give it another code",
    ),
    "embed-role-loop": error(
        "trong hai vai trò “{role}” và “{other}” chỉ một vai trò có nhiều đơn vị lần lượt",
        "only one of the roles “{role}” and “{other}” is held by several units in turn",
        "chọn vai trò khác hoặc bỏ cặp này ở `--role`",
        "choose another role or leave this pair out of `--role`",
    ),
    "embed-role-some": error(
        "chỉ một số người được hỏi về vai trò “{other}”, nên không thay được “{role}”",
        "the role “{other}” is asked of some people only, so it cannot stand for “{role}”",
        "chọn vai trò ai cũng được hỏi hoặc bỏ cặp này ở `--role`",
        "choose a role that everybody is asked for or leave this pair out of `--role`",
    ),
}

_QUESTIONS = {
    "embed-scale-other": error(
        "thang “{scale}” có lựa chọn khác với thang cùng mã của “{host}”",
        "the scale “{scale}” has other answers than that of “{host}”",
        "đổi mã thang hoặc dùng cùng lựa chọn",
        "give it another code or the same answers",
    ),
    "embed-item-other": error(
        "câu “{item}” khác câu cùng mã của “{host}” về loại câu, lựa chọn hoặc vai trò",
        "the item “{item}” is not that of “{host}”: its kind, answers or role differ",
        "đổi mã hoặc dùng cùng lựa chọn",
        "give it another code or the same answers",
    ),
    "embed-code-shared": error(
        "“{host}” đã dùng mã “{code}”",
        "“{host}” has the code “{code}” already",
        "đặt mã khác",
        "give it another code",
    ),
    "embed-route-later": error(
        "điều kiện đọc câu “{item}”, mà “{host}” hỏi câu này sau đó",
        "the condition reads “{item}”, which “{host}” asks only later",
        "bỏ điều kiện này hoặc chuyển câu của “{host}” lên trước",
        "take the condition away or move the item of “{host}” up",
    ),
}

_FIGURES = {
    "embed-indicator-needed": error(
        "“{item}” được tính theo {definition}, cách tính mà “{host}” không dùng riêng cho câu",
        "“{item}” is counted by {definition}, by which “{host}” does not count items",
        "khai báo một chỉ tiêu cho mã này trong `index.indicators`",
        "give it an indicator under `index.indicators`",
    ),
    "embed-indicator-other": error(
        "mã “{code}” cũng có trong chỉ số của “{host}” với cách tính khác",
        "the index of “{host}” makes the code “{code}” in another way",
        "đặt mã khác cho chỉ tiêu, với `item` là câu được tính",
        "give the indicator another code, with the item as its `item`",
    ),
    "embed-points": error(
        "`{key}` ({codes}) cộng hoặc trừ điểm của chỉ số, mà số đo bên cạnh không có điểm này",
        "`{key}` ({codes}) changes the score of an index, which figures beside one do not have",
        "bỏ `{key}` ở bộ phiếu được ghép",
        "take `{key}` out of the module",
    ),
    "embed-geometric": error(
        "trung bình nhân của “{node}” sẽ đổi vì các phần sang thang điểm khác",
        "the geometric mean “{node}” would move, as its parts come to another scale",
        "dùng trung bình cộng hoặc thang điểm cùng tỷ lệ",
        "use an arithmetic mean or scales of the same ratio",
    ),
}

OF_EMBEDDING: dict[str, MistakeText] = _PAIR | _ROLES | _QUESTIONS | _FIGURES
