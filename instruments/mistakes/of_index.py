"""Mistakes in what is counted: nodes, weights, names of figures and tiers."""

from instruments.mistakes.text import MistakeText, error

OF_INDEX: dict[str, MistakeText] = {
    "node-unknown": error(
        "chỉ số không có thành phần “{code}”",
        "the index has no node “{code}”",
        "khai báo trong `index.nodes`, hoặc dùng {near}",
        "define it under `index.nodes`, or use {near}",
    ),
    "node-empty": error(
        "thành phần “{code}” không có câu hỏi hay thành phần con",
        "the node “{code}” counts nothing",
        "thêm `items` hoặc `nodes`",
        "give it `items` or `nodes`",
    ),
    "node-twice": error(
        "thành phần “{code}” được tính hai lần",
        "the node “{code}” is counted twice",
        "để nó dưới một thành phần duy nhất",
        "keep it below one node only",
    ),
    "node-unreached": error(
        "thành phần “{code}” không nằm dưới chỉ số “{index}”",
        "the node “{code}” does not hang below the index “{index}”",
        "đưa nó vào `nodes` của một thành phần, hoặc bỏ đi",
        "add it to the `nodes` of another node, or remove it",
    ),
    "node-mixed": error(
        "thành phần “{code}” vừa có câu hỏi vừa có thành phần con",
        "the node “{code}” has both items and nodes",
        "gom các câu hỏi vào một thành phần con",
        "put its items into a node of their own",
    ),
    "item-unknown": error(
        "chỉ số dùng câu “{code}” không có trong phiếu",
        "the index counts the item “{code}”, which does not exist",
        "dùng {near}",
        "use {near}",
    ),
    "item-counted-twice": error(
        "câu “{code}” được tính hai lần trong chỉ số",
        "the item “{code}” is counted twice",
        "để câu này ở một thành phần duy nhất",
        "keep it in one node only",
    ),
    "item-not-scored": error(
        "câu “{code}” không chấm điểm được",
        "the item “{code}” cannot be scored",
        "chỉ tính câu một lựa chọn có `scale`",
        "count only single-choice items that have a `scale`",
    ),
    "favourable-missing": error(
        "thang “{scale}” của câu “{code}” chưa nói từ mức nào là hài lòng",
        "the scale “{scale}” of the item “{code}” does not say which answers are favourable",
        "thêm `favourable_from` vào thang",
        "add `favourable_from` to the scale",
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
    "definition-twice": error(
        "một cách tính được báo cáo hai lần",
        "a definition is reported twice",
        "bỏ nó khỏi `beside`",
        "take it out of `beside`",
    ),
    "definition-unnamed": error(
        "cách tính “{definition}” chưa có tên gọi",
        "the definition “{definition}” has no name in print",
        "thêm tên vào `definition_label`",
        "add it to `definition_label`",
    ),
    "minimum-crossed": error(
        "số phiếu để xếp hạng ít hơn số phiếu để công bố",
        "fewer ratings are needed for a rank than for being printed",
        "sửa `minimum`",
        "mend `minimum`",
    ),
    "tiers-order": error(
        "mức “{code}” không thấp hơn mức đứng trước",
        "the tier “{code}” is not below the one before it",
        "xếp các mức từ cao xuống thấp",
        "list the tiers from the highest down",
    ),
}
