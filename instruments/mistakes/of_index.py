"""Mistakes in what is counted: nodes, names of figures and indicators."""

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
        "nếu câu đã bị bỏ, xóa “{code}” khỏi đây; nếu gõ nhầm, có thể là {near}",
        "if the item was dropped, take “{code}” out here; if it is a slip, perhaps {near}",
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
    "publication-first": error(
        "hình thức công bố `{form}` không hợp với `first`: chỉ `top_k` cần số hạng được nêu",
        "the form of publication `{form}` does not go with its `first`: `top_k` alone needs how many ranks are named",
        "ghi `first` cho `top_k`, bỏ `first` ở hình thức khác",
        "give `top_k` a `first`, and take it out of any other form",
    ),
    "floor-inside": error(
        "“{code}” có `floor` mà “{above}” tính theo từng câu hỏi của nó, không theo con số của nó",
        "“{code}” has a `floor`, and “{above}” counts its items one by one, not its figure",
        "đổi `aggregation` của “{above}” thành `nodes_equal` hoặc `nodes_weighted`, hoặc bỏ `floor`",
        "make the `aggregation` of “{above}” `nodes_equal` or `nodes_weighted`, or take the `floor` out",
    ),
    "floor-whole": error(
        "“{code}” là chỉ số chung hoặc là tổng điểm mà có `floor`",
        "“{code}” is the index or a sum of points, and has a `floor`",
        "bỏ `floor`, hoặc ghi cho một thành phần bên trong",
        "take the `floor` out, or give it to a node inside",
    ),
    "floor-outside": error(
        "mức sàn của “{code}” không nằm trong thang từ {low} đến {high}",
        "the floor of “{code}” is not on its scale from {low} to {high}",
        "ghi `floor` theo thang công bố, thấp hơn mức cao nhất",
        "give `floor` on the published scale, below its highest",
    ),
    "node-blocks": error(
        "thành phần “{code}” có `blocks` mà không phải là `module`",
        "the node “{code}” has `blocks` and is no `module`",
        "bỏ `blocks`; thành phần của chỉ số áp dụng theo vai trò của khối",
        "remove `blocks`; a part of the index applies by the roles of a block",
    ),
    "difference-few": error(
        "hiệu số “{code}” cần ít nhất hai câu",
        "the difference “{code}” needs at least two items",
        "thêm câu vào `items`, câu bị trừ đứng đầu",
        "add to its `items`, the one to be reduced first",
    ),
    "points-unused": error(
        "“{code}” có `points`, nhưng điểm tối đa của nó là tổng điểm các phần, hoặc nó là cả chỉ số",
        "“{code}” has `points`, but its most is the sum of its parts, or it is the whole index",
        "bỏ `points` ở đây",
        "remove `points` here",
    ),
    "points-missing": error(
        "“{code}” cộng điểm các phần, nhưng “{part}” không phải thành phần có `points`",
        "“{code}” adds points up, but “{part}” is no node with `points`",
        "thêm `points` cho thành phần “{part}”; nếu nó là chỉ tiêu, đưa vào một thành phần có `points`",
        "give the node “{part}” its `points`; put an indicator into a node with `points`",
    ),
    "geometric-parts": error(
        "trung bình nhân “{code}” nằm dưới thành phần khác, hoặc các phần không cùng một thang bắt đầu trên 0",
        "the geometric mean “{code}” stands below another node, or its parts are not on one scale that begins above 0",
        "đặt nó ở trên cùng; sửa `scales` cho loại của các phần, ví dụ 1 đến 10",
        "put it at the top; mend `scales` of the kind of its parts, such as 1 to 10",
    ),
    "hard-share-unused": error(
        "thành phần “{code}” có `hard_share` mà cách tính không dùng đến",
        "the node “{code}” has a `hard_share` that its aggregation does not use",
        "bỏ `hard_share` hoặc dùng `items_equal`",
        "remove it or use `items_equal`",
    ),
    "scale-crossed": error(
        "thang công bố của {kind} đi từ {low} đến {high}",
        "the published scale of {kind} runs from {low} to {high}",
        "ghi mức thấp nhất trước, mức cao nhất sau",
        "write the lowest score first, the highest last",
    ),
    "points-beside": error(
        "`{key}` có “{code}” không phải chỉ tiêu loại `value` đứng ngoài các thành phần",
        "`{key}` names “{code}”, which is no indicator of recode `value` outside the nodes",
        "khai báo chỉ tiêu này trong `index.indicators` và không tính ở thành phần nào",
        "define it under `index.indicators` and count it in no node",
    ),
}

OF_INDICATORS: dict[str, MistakeText] = {
    "indicator-missing": error(
        "“{code}” được tính mà chưa có chỉ tiêu",
        "“{code}” is counted and has no indicator",
        "thêm vào `index.indicators`",
        "add it to `index.indicators`",
    ),
    "indicator-unused": error(
        "chỉ tiêu “{code}” không được tính ở đâu",
        "the indicator “{code}” is counted nowhere",
        "đưa vào `items` của một thành phần, hoặc bỏ đi",
        "add it to the `items` of a node, or remove it",
    ),
    "indicator-item": error(
        "chỉ tiêu dùng câu “{code}” không có trong phiếu",
        "the indicator is made from the item “{code}”, which does not exist",
        "nếu câu đã bị bỏ, bỏ cả chỉ tiêu; nếu gõ nhầm, có thể là {near}",
        "if the item was dropped, drop the indicator too; if it is a slip, perhaps {near}",
    ),
    "indicator-kind": error(
        "chỉ tiêu “{code}”: cách tính {recode} không dùng được cho câu loại {kind}",
        "the indicator “{code}”: {recode} cannot be made from an item of kind {kind}",
        "đổi `recode` hoặc đổi câu hỏi",
        "change its `recode` or its item",
    ),
    "indicator-needs": error(
        "chỉ tiêu “{code}” tính theo {recode} mà thiếu `{key}`",
        "the indicator “{code}” is made by {recode} and lacks `{key}`",
        "thêm khóa đó",
        "add that key",
    ),
    "mean-unbounded": error(
        "chỉ tiêu “{code}” lấy bình quân câu số “{item}” không có đủ hai giới hạn",
        "the indicator “{code}” is a mean of the number “{item}”, which has no two bounds",
        "ghi `minimum` và `maximum` cho câu, hoặc dùng `winsorised_mean` hay `grouped_median`",
        "give the item a `minimum` and a `maximum`, or use `winsorised_mean` or `grouped_median`",
    ),
    "points-outside": error(
        "chỉ tiêu “{code}” có điểm ngoài khoảng 0 đến 1 mà chưa có hai mốc",
        "the indicator “{code}” has points outside 0 to 1 and no goalposts",
        "thêm `goalposts`: điểm thấp nhất và điểm cao nhất",
        "add `goalposts`: the lowest and the highest points",
    ),
    "indicator-code": error(
        "chỉ tiêu “{code}” tính câu trả lời {value} mà câu “{item}” không có",
        "the indicator “{code}” counts the answer {value}, which the item “{item}” does not offer",
        "dùng mã có trong câu hỏi",
        "use a code that the item offers",
    ),
    "indicator-hard": error(
        "chỉ tiêu “{code}” nguồn {source} không lấy từ câu hỏi",
        "the indicator “{code}” of source {source} is not made from an item",
        "dùng `recode: value` và bỏ `item`",
        "use `recode: value` and remove `item`",
    ),
    "indicator-appraised": error(
        "chỉ tiêu “{code}” lấy từ tệp tiêu chí, nơi chỉ điểm thẩm định được tính",
        "the indicator “{code}” comes from a file of criteria, of which appraised points alone count",
        "dùng `source: appraised`, hoặc `template: generic`",
        "use `source: appraised`, or `template: generic`",
    ),
    "template-column": error(
        "mẫu {template} không có cột “{column}”",
        "the template {template} has no column “{column}”",
        "dùng một trong {known}",
        "use one of {known}",
    ),
    "goalposts-crossed": error(
        "hai mốc của chỉ tiêu “{code}” là {low} và {high}, mốc đầu không nhỏ hơn mốc sau",
        "the goalposts of the indicator “{code}” are {low} and {high}, the first not below the second",
        "ghi mốc nhỏ trước; chiều đánh giá ghi ở `direction`",
        "write the smaller first; `direction` says which way is better",
    ),
    "goalposts-twice": error(
        "chỉ tiêu “{code}” vừa có `goalposts` cố định vừa có `goalposts_from`",
        "the indicator “{code}” has fixed `goalposts` and `goalposts_from` too",
        "giữ một trong hai",
        "keep one of them",
    ),
    "goalposts-source": error(
        "`goalposts_from` của chỉ tiêu “{code}” phải ghi đúng một trong `current_wave` và `waves` (ít nhất một đợt)",
        "`goalposts_from` of the indicator “{code}” takes exactly one of `current_wave` and `waves` (one wave or more)",
        "giữ một trong hai",
        "keep one of them",
    ),
    "goalposts-over": error(
        "chỉ tiêu “{code}” ghi `over` bên cạnh `current_wave`, vốn đã nói lấy mốc theo khối hay mọi khối",
        "the indicator “{code}” has `over` beside `current_wave`, which says itself whether of a block or of all",
        "bỏ `over`",
        "remove `over`",
    ),
    "goalposts-wave-twice": error(
        "chỉ tiêu “{code}” lấy mốc từ đợt “{wave}” hai lần",
        "the indicator “{code}” takes its goalposts from the wave “{wave}” twice",
        "ghi mỗi đợt một lần",
        "name each wave once",
    ),
    "goalposts-mixed": error(
        "thành phần “{code}” gộp phiếu và số liệu cứng mà mốc không cùng một loại (ghi trong tệp, lấy từ chính đợt "
        "này, lấy từ các đợt trước)",
        "the node “{code}” mixes answers and hard figures whose goalposts are of two kinds (of the file, the wave, "
        "earlier waves)",
        "dùng một loại mốc cho cả thành phần",
        "use goalposts of one kind in the whole node",
    ),
    "goalposts-beyond": error(
        "điểm thưởng, điểm phạt hoặc tiêu chí “{code}” có mức tối đa cố định, không lấy mốc từ các đơn vị",
        "bonus, penalty or criterion “{code}” has a fixed most, and takes no goalposts from units",
        "bỏ `goalposts_from` và ghi `goalposts`",
        "remove `goalposts_from` and give `goalposts`",
    ),
    "base-unknown": error(
        "không có câu một lựa chọn “{code}” để xác định ai được tính",
        "there is no single-choice item “{code}” to say whose answers count",
        "dùng {near}",
        "use {near}",
    ),
}
