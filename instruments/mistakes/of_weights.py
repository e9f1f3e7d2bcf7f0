"""Mistakes in how a node is put together: parts it has not, weights that are none, codes listed twice."""

from instruments.mistakes.text import MistakeText, error

OF_WEIGHTS: dict[str, MistakeText] = {
    "listed-twice": error(
        "“{code}” đứng hai lần trong `{key}`",
        "“{code}” stands twice in `{key}`",
        "giữ một lần",
        "keep it once",
    ),
    "bonus-penalty": error(
        "“{code}” vừa là điểm thưởng vừa là điểm phạt",
        "“{code}” is both a bonus and a penalty",
        "để trong `bonus` hoặc trong `penalty`, không để cả hai",
        "keep it in `bonus` or in `penalty`, not in both",
    ),
    "parts-lacking": error(
        "thành phần “{code}” tính theo `{aggregation}` mà không có `{parts}`",
        "the node “{code}” is made by `{aggregation}` and has no `{parts}`",
        "đưa các phần vào `{parts}`, hoặc đổi `aggregation`",
        "put its parts into `{parts}`, or change the `aggregation`",
    ),
    "weights-count": error(
        "thành phần “{code}” có {found} trọng số cho {expected} thành phần con",
        "the node “{code}” has {found} weights for {expected} nodes",
        "ghi mỗi thành phần con một trọng số",
        "give one weight a node",
    ),
    "weights-positive": error(
        "thành phần “{code}” có trọng số không lớn hơn 0",
        "the node “{code}” has a weight that is not above 0",
        "sửa trọng số hoặc bỏ thành phần con đó",
        "mend the weight or take that node out",
    ),
    "weights-unused": error(
        "thành phần “{code}” có trọng số mà cách tính không dùng đến",
        "the node “{code}” has weights that its aggregation does not use",
        "bỏ `weights` hoặc dùng `nodes_weighted`",
        "remove `weights` or use `nodes_weighted`",
    ),
}
