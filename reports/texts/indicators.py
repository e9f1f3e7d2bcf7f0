"""The sentences about indicators: what is counted, on which scale, and what was brought in beside the answers."""

from types import MappingProxyType

TEMPLATE_COLUMNS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "ho_so_tthc_received": {"vi": "hồ sơ tiếp nhận", "en": "files received"},
        "ho_so_tthc_on_time": {"vi": "hồ sơ giải quyết trước và đúng hạn", "en": "files settled on time"},
        "ho_so_tthc_late": {"vi": "hồ sơ quá hạn", "en": "files settled late"},
        "ho_so_tthc_online": {"vi": "hồ sơ nộp trực tuyến", "en": "files made online"},
        "ho_so_tthc_paid_online": {"vi": "hồ sơ thanh toán trực tuyến", "en": "files paid online"},
        "kien_nghi_received": {"vi": "kiến nghị tiếp nhận", "en": "requests received"},
        "kien_nghi_answered_in_time": {"vi": "kiến nghị trả lời đúng hạn", "en": "requests answered in time"},
        "kien_nghi_in_quarter": {"vi": "kiến nghị giải quyết trong quý", "en": "requests settled in the quarter"},
    }
)
"""The columns of the templates that bring hard figures in, by template and column."""

INDICATOR_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        **TEMPLATE_COLUMNS,
        # What is measured
        "in_points": {"vi": "{number} điểm", "en": "{number} points"},
        "points_of_most": {"vi": "{score} / {most}", "en": "{score} / {most}"},
        "points_of_percent": {"vi": "{number} điểm phần trăm", "en": "{number} percentage points"},
        "points_of_score": {"vi": "{number} điểm", "en": "{number} points"},
        "the_unit": {"vi": "đơn vị", "en": "the office"},
        "items_indicators": {"vi": "{count} chỉ tiêu", "en": "indicators: {count}"},
        "components_note_indicators": {
            "vi": "Mỗi ô: điểm và khoảng tin cậy 95% (chỉ số chung theo thang {index}, nội dung theo thang "
            "{component}); ô càng đậm càng gần mức cao nhất của thang. Chỉ số của khối này tính từ {items} chỉ tiêu. "
            "“–”: nội dung không áp dụng cho khối, hoặc chưa đủ phiếu hay số liệu.",
            "en": "Each cell: the score and its 95% interval (the index on a scale of {index}, components of "
            "{component}); darker is nearer to the top of the scale. The index of this block counts {items} "
            "indicators. “–”: the component does not apply to the block, or has too few answers or figures.",
        },
        "points_note": {
            "vi": "Ở nội dung tính bằng điểm: điểm đạt / điểm tối đa áp dụng cho đơn vị.",
            "en": "Where a component is in points: the points / the most that applies to the office.",
        },
        "points_mean_note": {
            "vi": "Điểm tối đa ở đây khác nhau giữa các đơn vị: bình quân khối là bình quân tỷ lệ điểm đạt trên điểm "
            "tối đa của từng đơn vị, quy ra điểm tối đa của khối.",
            "en": "Maxima differ between offices here: the mean of the block is the mean of each office's share of its "
            "own maximum, out of the most that applies to any of them.",
        },
        "mixed_note": {
            "vi": "Nội dung gộp cả số liệu cứng ({names}): khoảng tin cậy chỉ tính sai số điều tra.",
            "en": "Components that hold hard figures too ({names}): the interval holds the error of the survey alone.",
        },
        "modules_heading": {"vi": "Số đo riêng bên cạnh chỉ số", "en": "Figures beside the index"},
        "modules_note": {
            "vi": "Các số đo này theo thang {scale}, đứng riêng bên cạnh chỉ số chung và không dùng để xếp hạng.",
            "en": "These figures are on a scale of {scale}, stand beside the index, and make no rank.",
        },
        "hard_note": {
            "vi": "Số liệu cứng ({names}) không có sai số điều tra.",
            "en": "Hard figures ({names}) have no error of the survey.",
        },
        # How to read
        "reading_score_indicators": {
            "vi": "<b>{measure}</b>: điểm của đơn vị trên thang {scale}, gộp từ điểm của các chỉ tiêu; điểm cao hơn là "
            "tốt hơn, kể cả ở những chỉ tiêu hỏi về điều không tốt.",
            "en": "<b>{measure}</b>: the score of the unit on a scale of {scale}, put together from the scores of the "
            "indicators; higher is better, also for indicators that ask about something bad.",
        },
        # Who answered
        "who_loop": {
            "vi": "Người trả lời nêu mọi đơn vị mình đã làm việc; mỗi phiếu đánh giá nhiều nhất {count} đơn vị. Ai nêu "
            "nhiều hơn thì máy chọn ngẫu nhiên {count} đơn vị; lượt đánh giá được gia quyền theo xác suất được chọn, "
            "nên đơn vị ít người làm việc không bị thiệt.",
            "en": "Each respondent names every unit dealt with and rates at most {count} of them. Where more are "
            "named, {count} are drawn at random, and a rating is weighted by the probability of the draw, so that a "
            "unit with few visitors loses nothing.",
        },
        "who_forms": {
            "vi": "Bộ phiếu có {count} mẫu; mỗi người nhận ngẫu nhiên một mẫu. {common} chỉ tiêu được hỏi ở mọi mẫu, "
            "{split} chỉ tiêu chỉ ở một phần các mẫu, nên số câu trả lời của các chỉ tiêu này ít hơn.",
            "en": "The questionnaire has {count} forms; each respondent gets one by chance. {common} indicators are "
            "asked in every form, {split} in some of them only, so these have fewer answers.",
        },
        # How the index is made
        "formula_indicators": {
            "vi": "Mỗi chỉ tiêu có một điểm gốc (tỷ lệ, số bình quân hoặc số liệu hành chính) và hai mốc. Điểm gốc "
            "được quy thành điểm chuẩn hóa trên thang {scale}: {low} ở mốc kém nhất, {high} ở mốc tốt nhất, ở giữa "
            "thì theo tỷ lệ. Ví dụ: tỷ lệ 75% giữa hai mốc 0% và 100% cho {up} điểm; nếu thấp hơn là tốt thì cho "
            "{down} điểm.",
            "en": "Each indicator has a raw figure (a share, a mean or an administrative figure) and two goalposts. "
            "The raw figure becomes a score on a scale of {scale}: {low} at the worse goalpost, {high} at the better "
            "one, in proportion between them. Example: a share of 75% between 0% and 100% gives {up} points; where "
            "lower is better, {down}.",
        },
        "formula_parts": {
            "vi": "Điểm một nội dung, trừ khi nói khác dưới đây, là bình quân các chỉ tiêu của nội dung (thang "
            "{scale}). Câu bỏ trống, không biết hoặc không áp dụng không tính là 0: nó đứng ngoài cả tử số lẫn mẫu số.",
            "en": "A component, unless said otherwise below, is the mean of its indicators (on a scale of {scale}). A "
            "blank, “do not know” or “not applicable” is never a 0: it stays out of numerator and denominator alike.",
        },
        "formula_nodes_equal": {
            "vi": "“{name}” (thang {scale}) là bình quân {count} phần nặng như nhau, mỗi phần {share}: {parts}.",
            "en": "“{name}” (on a scale of {scale}) is the mean of {count} parts that weigh the same, {share} each: "
            "{parts}.",
        },
        "formula_nodes_weighted": {
            "vi": "“{name}” (thang {scale}) là bình quân có trọng số: {parts}.",
            "en": "“{name}” (on a scale of {scale}) is a weighted mean: {parts}.",
        },
        "formula_nodes_geometric": {
            "vi": "“{name}” (thang {scale}) là trung bình nhân có trọng số: {parts}.",
            "en": "“{name}” (on a scale of {scale}) is a weighted geometric mean: {parts}.",
        },
        "formula_sum_of_points": {
            "vi": "“{name}” (thang {scale}) cộng điểm các phần, tối đa: {parts}. Phần không áp dụng cho đơn vị thì "
            "không có trong điểm tối đa.",
            "en": "“{name}” (on a scale of {scale}) adds up the points of its parts, at most: {parts}. A part that "
            "does not apply to an office is left out of its maximum.",
        },
        "formula_items_equal": {
            "vi": "“{name}” (thang {scale}) là bình quân mọi chỉ tiêu dưới nó.",
            "en": "“{name}” (on a scale of {scale}) is the mean of every indicator below it.",
        },
        "formula_items_weighted": {
            "vi": "“{name}” (thang {scale}) là bình quân có trọng số của các chỉ tiêu: {parts}.",
            "en": "“{name}” (on a scale of {scale}) is a weighted mean of its indicators: {parts}.",
        },
        "formula_difference": {
            "vi": "“{name}” (thang {scale}) là chỉ tiêu thứ nhất trừ bình quân các chỉ tiêu còn lại: {parts}.",
            "en": "“{name}” (on a scale of {scale}) is the first indicator less the mean of the others: {parts}.",
        },
        "part_points": {"vi": "{name} {points} điểm", "en": "{name} {points} points"},
        "part_weight": {"vi": "{name} {share}", "en": "{name} {share}"},
        "hard_share": {
            "vi": "Ở nội dung {names}: số liệu cứng chiếm {hard}, phiếu khảo sát chiếm {soft}.",
            "en": "In {names}, hard figures weigh {hard} and answers {soft}.",
        },
        "hard_missing": {
            "vi": "Đợt này chưa có số liệu cứng: {names}. Ở các nội dung đó, phần khảo sát đại diện cho cả nội dung; "
            "số liệu thiếu không tính là 0.",
            "en": "No hard figures were brought in for: {names}. In these components the answers stand for the whole; "
            "what is missing is not a 0.",
        },
        "hard_partly": {
            "vi": "Số liệu cứng có ở một phần các đơn vị: {names}. Ở đơn vị chưa có, nội dung chỉ có điểm khi phần còn "
            "lại đạt mức đo được nêu dưới đây; số liệu thiếu không tính là 0.",
            "en": "Hard figures exist for some of the units: {names}. Where a unit has none, the component has a score "
            "only if what is left reaches the share measured that is named below; what is missing is not a 0.",
        },
        "hard_of_units": {"vi": "{name} ({count}/{of} đơn vị)", "en": "{name} ({count} of {of} units)"},
        "missing_rescale": {
            "vi": "Một nội dung có điểm khi đo được ít nhất {share} của nội dung đó; phần đo được đại diện cho cả nội "
            "dung. Một chỉ tiêu đo được khi có ít nhất {measured} câu trả lời về đơn vị.",
            "en": "A component has a score when at least {share} of it was measured; the parts measured stand for the "
            "whole. An indicator is measured with at least {measured} answers about the unit.",
        },
        "opinion_note": {
            "vi": "Nội dung “{name}” không có điểm ở đơn vị mà dưới {share} số câu đã hỏi được trả lời (không tính bỏ "
            "trống, không biết, không muốn trả lời).",
            "en": "“{name}” has no score in a unit where under {share} of what was asked got an answer (blank, don't "
            "know and refused are none).",
        },
        "floor_note": {
            "vi": "“{name}” không thấp hơn {floor}: đơn vị có giá trị thấp hơn thì ghi {floor} (điểm sàn), nội dung "
            "bao gồm nó cũng tính như vậy; từng phiếu giữ nguyên.",
            "en": "“{name}” is never below {floor}: lower means of units read {floor} (floor), also above; each "
            "answer counts as it is.",
        },
        "missing_refuse": {
            "vi": "Một nội dung chỉ có điểm khi đo được mọi phần của nó. Một chỉ tiêu đo được khi có ít nhất "
            "{measured} câu trả lời về đơn vị.",
            "en": "A component has a score only when every part of it was measured. An indicator is measured with at "
            "least {measured} answers about the unit.",
        },
        "bonus_note": {
            "vi": "Điểm thưởng ({names}) được cộng vào chỉ số chung, có thể vượt mức tối đa của thang.",
            "en": "Bonus points ({names}) are added to the index and may pass the end of its scale.",
        },
        "penalty_note": {
            "vi": "Điểm phạt ({names}) được trừ vào chỉ số chung.",
            "en": "Penalty points ({names}) are taken from the index.",
        },
        "outside_scale": {
            "vi": "Có điểm nằm ngoài thang {scales}: số liệu vượt mốc của chỉ tiêu, hoặc có điểm thưởng, điểm phạt. "
            "Điểm giữ nguyên, không kéo về đầu thang.",
            "en": "Some scores lie outside the scale {scales}: a figure passed its goalpost, or there are bonus or "
            "penalty points. Scores are kept as they are.",
        },
        "beyond_missing": {
            "vi": "Điểm thưởng, điểm phạt chưa được xác nhận không tính là 0: đơn vị thiếu một khoản mà đơn vị khác "
            "trong khối đã có thì chưa có chỉ số chung và không xếp hạng; cả khối chưa có thì khoản đó không áp dụng.",
            "en": "Bonus or penalty points that nobody confirmed are not a 0: a unit that lacks some which another of "
            "its block has gets no index and no rank; where no unit of the block has any, they do not apply.",
        },
        "private_note": {
            "vi": "{count} chỉ tiêu nhạy cảm chỉ công bố qua điểm của cả nội dung; điểm từng chỉ tiêu chỉ in ở phiếu "
            "điểm gửi riêng cho đơn vị.",
            "en": "{count} sensitive indicators are published only within the score of their component; each by itself "
            "stands on the scorecard sent to the unit alone.",
        },
        "uncertainty_interval_indicators": {
            "vi": "Sai số chuẩn tính từ từng phiếu theo đúng cách chọn mẫu (tuyến tính hóa); khoảng tin cậy 95% của "
            "một tỷ lệ theo phân phối beta, của điểm gộp theo phân phối t. Số liệu cứng không có sai số điều tra: nội "
            "dung gộp cả số liệu cứng chỉ tính sai số điều tra. {inference}",
            "en": "Standard errors come from the ratings under the design as drawn (linearisation); the 95% interval "
            "of a share follows the beta distribution, that of a score the t distribution. Hard figures have no error "
            "of the survey: a component that holds them counts the error of the survey alone. {inference}",
        },
        # The table of indicators
        "method_indicators": {"vi": "Các chỉ tiêu được tính thế nào", "en": "How each indicator is counted"},
        "method_indicators_text": {
            "vi": "Bảng này nêu từng chỉ tiêu của từng nội dung: câu hỏi, cách lấy điểm gốc, chiều và hai mốc. Nơi "
            "không ghi nguồn, mốc là hai đầu của một tỷ lệ.",
            "en": "This table lists each indicator of each component: the question, how the raw figure is taken, the "
            "direction and the goalposts. Where no source is given, goalposts are the two ends of a share.",
        },
        "indicator_cites": {"vi": "Xuất xứ: {cites}.", "en": "Origin: {cites}."},
        "method_list_of": {"vi": "Xem từng chỉ tiêu ({count})", "en": "See each indicator ({count})"},
        "indicator_head_what": {"vi": "Chỉ tiêu và câu hỏi", "en": "Indicator and question"},
        "indicator_head_how": {"vi": "Điểm gốc", "en": "Raw figure"},
        "indicator_head_direction": {"vi": "Chiều", "en": "Direction"},
        "indicator_head_goalposts": {"vi": "Hai mốc", "en": "Goalposts"},
        "indicator_head_forms": {"vi": "Mẫu phiếu", "en": "Forms"},
        "every_form": {"vi": "mọi mẫu", "en": "all"},
        "higher_better": {"vi": "cao hơn là tốt", "en": "higher is better"},
        "lower_better": {"vi": "thấp hơn là tốt", "en": "lower is better"},
        "subtracted": {"vi": "được trừ đi", "en": "subtracted"},
        "goalposts_words": {
            "vi": "{worse} cho {low} điểm; {better} cho {high} điểm",
            "en": "{worse} gives {low}; {better} gives {high}",
        },
        "recode_share": {"vi": "tỷ lệ trả lời {answers}", "en": "share answering {answers}"},
        "recode_mean": {"vi": "điểm trả lời bình quân", "en": "mean answer"},
        "recode_winsorised_mean": {
            "vi": "số bình quân; số trên {cap} tính là {cap}",
            "en": "mean number; above {cap} counts as {cap}",
        },
        "recode_grouped_median": {"vi": "số trung vị, tính trong nhóm giá trị", "en": "grouped median of the numbers"},
        "recode_points": {
            "vi": "bình quân điểm của câu trả lời: {answers}",
            "en": "mean worth of the answer: {answers}",
        },
        "recode_nps": {
            "vi": "tỷ lệ cho 9–10 trừ tỷ lệ cho 0–6",
            "en": "share giving 9–10 less share giving 0–6",
        },
        "recode_value": {"vi": "số liệu cứng do cơ quan cung cấp", "en": "hard figure brought in by an office"},
        "recode_self_assessed": {"vi": "điểm do đơn vị tự chấm", "en": "points the office gave itself"},
        "recode_appraised": {"vi": "số liệu được thẩm định", "en": "figure found by appraisal"},
        "recode_ratio": {"vi": "số liệu cứng: {over} chia cho {under}", "en": "hard figure: {over} over {under}"},
        "recode_extra": {"vi": "điểm thưởng hoặc phạt theo quyết định", "en": "bonus or penalty points as decided"},
        "recode_base": {
            "vi": "chỉ tính người trả lời {answers} ở câu “{question}”",
            "en": "only those answering {answers} to “{question}”",
        },
        "quoted": {"vi": "“{words}”", "en": "“{words}”"},
        "worth": {"vi": "“{words}” {points}", "en": "“{words}” {points}"},
        # The scorecard
        "card_points": {
            "vi": "Đơn vị đạt {score} trên thang {scale}{mean}.",
            "en": "The unit scores {score} on a scale of {scale}{mean}.",
        },
        "card_points_mean": {"vi": "; bình quân khối {mean}", "en": "; the mean of the block is {mean}"},
        "card_reversed": {"vi": "{name} (thấp hơn là tốt)", "en": "{name} (lower is better)"},
        "card_modules": {
            "vi": "Số đo riêng bên cạnh chỉ số, không xếp hạng",
            "en": "Figures beside the index, unranked",
        },
        "card_indicators": {
            "vi": "Từng chỉ tiêu: điểm gốc và điểm chuẩn hóa (thang {scale})",
            "en": "Each indicator: raw figure and score (on a scale of {scale})",
        },
        "card_subtracted": {"vi": "{name} (được trừ đi)", "en": "{name} (subtracted)"},
        "card_no_interval": {"vi": "số liệu cứng", "en": "hard figure"},
        "card_head_raw": {"vi": "Điểm gốc", "en": "Raw figure"},
        "card_head_score": {"vi": "Điểm chuẩn hóa", "en": "Score"},
        "card_hard": {
            "vi": "Số liệu cứng, không có sai số điều tra",
            "en": "Hard figures, without an error of the survey",
        },
        "card_hard_note": {
            "vi": "Nội dung gộp cả số liệu cứng: khoảng tin cậy chỉ tính sai số điều tra. Ô vuông rỗng: số liệu cứng.",
            "en": "A component that holds hard figures too: the interval holds the error of the survey alone. An open "
            "square is a hard figure.",
        },
        "card_ratio": {"vi": "{value} ({over}/{under})", "en": "{value} ({over}/{under})"},
        "card_one_case": {
            "vi": "{value}; thêm hoặc bớt một trường hợp: {points}",
            "en": "{value}; one case more or less: {points}",
        },
        "card_private": {
            "vi": "Chỉ tiêu nhạy cảm: chỉ in ở phiếu điểm gửi riêng cho đơn vị, không công bố",
            "en": "Sensitive indicators: on the scorecard sent to the unit alone, never published",
        },
        "card_few_data": {"vi": "chưa đủ số liệu", "en": "too little was measured"},
        "card_no_hard": {"vi": "chưa có số liệu", "en": "not brought in"},
    }
)
