"""The sentences of the ranking annex: head, reading guide, findings and the page on method."""

from types import MappingProxyType

RANKING_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        # Head of the annex
        "annex": {"vi": "Phụ lục I", "en": "Annex I"},
        "annex_title": {"vi": "KẾT QUẢ {wave}", "en": "RESULTS: {wave}"},
        "attached": {
            "vi": "(Kèm theo Quyết định số {number} {day} của {issuer})",
            "en": "(Attached to Decision No. {number} of {day} by the {issuer})",
        },
        "attached_simulated": {
            "vi": "(Kèm theo Quyết định số: MÔ PHỎNG)",
            "en": "(Attached to Decision No.: SIMULATED)",
        },
        "blank_number": {"vi": "……/QĐ-UBND", "en": "……/QĐ-UBND"},
        "blank_day": {"vi": "ngày … tháng … năm ……", "en": "… … ……"},
        "fingerprint": {"vi": "Mã kiểm chứng", "en": "Fingerprint"},
        "footer_day": {"vi": "Số liệu chốt {day}", "en": "Data closed on {day}"},
        # First page
        "wave_facts": {
            "vi": "Khảo sát từ {start} đến {end}{organisation}. Kết quả có {units} đơn vị trong {blocks} khối. "
            "Chỉ số công bố: <b>{measure}</b>.",
            "en": "Survey from {start} to {end}{organisation}. The results cover {units} units in {blocks} "
            "blocks. Published measure: <b>{measure}</b>.",
        },
        "organiser": {"vi": "; đơn vị tổ chức: {name}", "en": ", organised by: {name}"},
        "organiser_is_rated": {
            "vi": "{name} là đơn vị tổ chức khảo sát; số liệu của đơn vị này do Hội đồng thẩm định hoặc Văn phòng Ủy "
            "ban nhân dân kiểm tra và ký.",
            "en": "{name} organised the survey; its own figures are checked and signed by the appraisal council or "
            "the Office of the People's Committee.",
        },
        "overview": {"vi": "Tổng quan các khối", "en": "The blocks at a glance"},
        "overview_block": {"vi": "Khối", "en": "Block"},
        "overview_units": {"vi": "Số đơn vị", "en": "Units"},
        "overview_ranked": {"vi": "Xếp hạng", "en": "Ranked"},
        "overview_mean": {"vi": "Bình quân khối và khoảng tin cậy 95%", "en": "Mean of the block, 95% interval"},
        "overview_range": {"vi": "Thấp nhất và cao nhất", "en": "Lowest and highest"},
        "overview_n": {"vi": "Số phiếu", "en": "Responses"},
        "reading": {"vi": "Cách đọc kết quả", "en": "How to read the results"},
        "reading_score": {
            "vi": "<b>{measure}</b>: cứ 100 lượt trả lời thì bấy nhiêu lượt {favourable}, bình quân các câu hỏi.",
            "en": "<b>{measure}</b>: of 100 answers, how many are {favourable}, averaged over the questions.",
        },
        "reading_score_mean": {
            "vi": "<b>{measure}</b>: điểm trả lời bình quân so với mức cao nhất, quy về thang 100.",
            "en": "<b>{measure}</b>: the mean answer as a share of the highest answer, on a scale of 100.",
        },
        "reading_interval": {
            "vi": "<b>Khoảng tin cậy 95%</b>: con số này tính từ một số phiếu có hạn; nếu hỏi lại theo cùng cách, "
            "khoảng như thế này chứa giá trị thật trong 95 trên 100 lần.",
            "en": "<b>95% interval</b>: a figure rests on a limited number of ratings; were the survey repeated "
            "in the same way, such an interval would hold the true value 95 times in 100.",
        },
        "reading_rank_set": {
            "vi": "<b>Khoảng hạng</b>: những hạng mà đơn vị có thể thật sự giữ với số phiếu này. Hai đơn vị có "
            "khoảng hạng chồng lên nhau chưa chắc hơn kém nhau; dấu “=” là đồng hạng.",
            "en": "<b>Rank set</b>: the ranks a unit may truly hold, given this many ratings. Units whose rank "
            "sets overlap may not differ at all; “=” marks a shared rank.",
        },
        # A block
        "block_mean": {"vi": "Bình quân khối", "en": "Mean of the block"},
        "leader_alone": {
            "vi": "{name} đứng đầu khối với {score}; chênh lệch với mọi đơn vị khác vượt sai số.",
            "en": "{name} leads the block with {score}; its lead over every other unit exceeds the margin of error.",
        },
        "leading_group": {
            "vi": "Nhóm dẫn đầu gồm {count} đơn vị mà số phiếu chưa phân biệt được: {names}.",
            "en": "The leading group holds {count} units that these ratings do not tell apart: {names}.",
        },
        "leading_many": {
            "vi": "Số phiếu chưa đủ để nói đơn vị nào đứng đầu: {count}/{of} đơn vị đều có thể giữ hạng 1.",
            "en": "These ratings do not tell which unit leads: {count} of {of} units may hold rank 1.",
        },
        "no_leader": {
            "vi": "Chưa đơn vị nào của khối đủ điều kiện xếp hạng.",
            "en": "No unit of this block can be ranked yet.",
        },
        "block_note_no_mean": {
            "vi": "Số phiếu: phiếu hợp lệ của đơn vị.",
            "en": "Ratings: valid ratings of the unit.",
        },
        "block_note": {
            "vi": "Nét đứt: bình quân khối {mean} ({interval}). Số phiếu: phiếu hợp lệ của đơn vị.",
            "en": "Dashed line: mean of the block {mean} ({interval}). Ratings: valid ratings of the unit.",
        },
        "chart_heading": {"vi": "Điểm và khoảng hạng trên một hình", "en": "Scores and rank sets in one picture"},
        "chart_heading_plain": {"vi": "Điểm trên một hình", "en": "Scores in one picture"},
        "chart_note": {
            "vi": "Chấm: giá trị của đơn vị; vạch: khoảng tin cậy 95%; nét đứt: bình quân khối; thanh xám: khoảng "
            "hạng.",
            "en": "Dot: the unit's value; line: 95% interval; dashed line: mean of the block; grey bar: rank set.",
        },
        "chart_note_plain": {
            "vi": "Chấm: giá trị của đơn vị; vạch: khoảng tin cậy 95%; nét đứt: bình quân khối.",
            "en": "Dot: the unit's value; line: 95% interval; dashed line: mean of the block.",
        },
        "rank_and_set": {"vi": "Hạng và khoảng hạng", "en": "Rank and rank set"},
        "components_heading": {"vi": "Kết quả theo nội dung", "en": "Results by component"},
        "components_note": {
            "vi": "Mỗi ô: giá trị (%) và khoảng tin cậy 95%; ô càng đậm giá trị càng cao. Chỉ số của khối này "
            "tính từ {items} câu hỏi. “–”: nội dung không áp dụng cho khối hoặc chưa đủ phiếu.",
            "en": "Each cell: the value (%) and its 95% interval; darker is higher. The index of this block "
            "counts {items} questions. “–”: the component does not apply to the block, or has too few answers.",
        },
        "column_index": {"vi": "Chỉ số chung", "en": "Index"},
        "items": {"vi": "{count} câu", "en": "questions: {count}"},
        "not_applicable": {"vi": "không áp dụng", "en": "not applicable"},
        "floored": {"vi": "điểm sàn", "en": "floor"},
        "opinion_held": {"vi": "{held} có ý kiến, cần {needed}", "en": "{held} hold an opinion, {needed} needed"},
        "components_left_out": {
            "vi": "Khối này không được đánh giá về: {names}.",
            "en": "This block is not rated on: {names}.",
        },
        # Method
        "method": {"vi": "Phương pháp", "en": "Method"},
        "method_who": {"vi": "Ai đã trả lời", "en": "Who answered"},
        "method_who_text": {
            "vi": "Kết quả chính thức dùng phiếu của các cách tiếp cận: {access}.",
            "en": "The official result uses responses from: {access}.",
        },
        "method_who_roles": {
            "vi": "Mỗi phiếu có thể đánh giá nhiều đơn vị ({roles}), nên số lượt đánh giá có thể lớn hơn số phiếu.",
            "en": "One response may rate several units ({roles}), so there may be more ratings than responses.",
        },
        "who_access": {"vi": "Lượt đánh giá theo cách tiếp cận", "en": "Ratings by access"},
        "who_left_out": {"vi": "không tính vào kết quả: {ways}", "en": "not counted in the result: {ways}"},
        "who_range": {"vi": "Ít nhất – nhiều nhất mỗi đơn vị", "en": "Fewest – most per unit"},
        "who_total": {"vi": "Tổng lượt đánh giá", "en": "Ratings in all"},
        "access_invited": {"vi": "được mời", "en": "invited"},
        "access_interviewer": {"vi": "phỏng vấn", "en": "interviewer"},
        "access_kiosk": {"vi": "màn hình đánh giá", "en": "kiosk"},
        "access_open": {"vi": "tự vào trả lời", "en": "open link"},
        "method_index": {"vi": "Chỉ số được tính thế nào", "en": "How the index is computed"},
        "formula_top2_share": {
            "vi": "{measure} của một câu hỏi = số lượt trả lời {favourable} chia cho số lượt có trả lời, nhân 100. Ví "
            "dụ: mỗi mức {answers} có một người chọn thì câu ấy đạt {fraction} = {example}.",
            "en": "{measure} of one question = answers that are {favourable}, divided by all answers given, times "
            "100. Example: one person each answers {answers}; the question scores {fraction} = {example}.",
        },
        "formula_mean_percent": {
            "vi": "{measure} của một câu hỏi = điểm trả lời bình quân chia cho mức cao nhất, nhân 100. Ví dụ: mỗi mức "
            "{answers} có một người chọn thì câu ấy đạt {fraction} = {example}.",
            "en": "{measure} of one question = mean answer divided by the highest answer, times 100. Example: one "
            "person each answers {answers}; the question scores {fraction} = {example}.",
        },
        "formula_index": {
            "vi": "Điểm nội dung là bình quân các câu hỏi của nội dung; chỉ số chung là bình quân mọi câu hỏi "
            "được tính. Câu bỏ trống không tính là 0: nó đứng ngoài cả tử số lẫn mẫu số.",
            "en": "A component is the mean of its questions; the index is the mean of all questions counted. A "
            "blank is never a 0: it stays out of numerator and denominator alike.",
        },
        "formula_roles": {
            "vi": "Mỗi câu hỏi đánh giá đúng nơi chịu trách nhiệm: {roles}. Khối nào chỉ giữ một phần các vai trò đó "
            "thì chỉ tính các câu về phần việc của mình: {counts}.",
            "en": "Each question rates the office responsible: {roles}. A block that holds only some of these roles "
            "is counted on their questions alone: {counts}.",
        },
        "items_of_block": {"vi": "{block} {count} câu", "en": "{block} {count} questions"},
        "beside": {
            "vi": "Cách tính bên cạnh: {measure}, nêu ở bảng độ tin cậy dưới đây và trong dữ liệu mở; hạng không "
            "tính theo cách này.",
            "en": "Beside it: {measure}, given in the table of reliability below and in the open data; ranks are "
            "not made from it.",
        },
        "method_weights": {"vi": "Gia quyền", "en": "Weights"},
        "weights_cells_transaction": {
            "vi": "Mỗi phiếu đại diện cho số hồ sơ của nhóm mình: trọng số = số hồ sơ của nhóm chia cho số phiếu "
            "hợp lệ của nhóm.",
            "en": "A response stands for the files of its cell: weight = files of the cell divided by its valid "
            "responses.",
        },
        "weights_cells_person": {
            "vi": "Mỗi phiếu đại diện cho số người của nhóm mình: trọng số = số người của nhóm chia cho số phiếu "
            "hợp lệ của nhóm.",
            "en": "A response stands for the people of its cell: weight = people of the cell divided by its valid "
            "responses.",
        },
        "weights_none_transaction": {
            "vi": "Không gia quyền: không biết số hồ sơ của từng nhóm, nên mọi phiếu nặng như nhau.",
            "en": "No weights: the number of files per cell is not known, so every response weighs the same.",
        },
        "weights_none_person": {
            "vi": "Không gia quyền: không biết số người của từng nhóm, nên mọi phiếu nặng như nhau.",
            "en": "No weights: the number of people per cell is not known, so every response weighs the same.",
        },
        "method_minimum": {"vi": "Số phiếu tối thiểu và trạng thái", "en": "Minimum counts and states"},
        "minimum_text": {
            "vi": "Dưới {printed} phiếu: không công bố. Từ {printed} phiếu: công bố điểm, chưa xếp hạng. Xếp hạng "
            "khi có ít nhất {ranked} phiếu và số phiếu hiệu dụng từ {effective}, hoặc ít nhất {printed} phiếu và "
            "{frame}. Phiếu hợp lệ trả lời ít nhất {usable} số câu được hỏi. Các mức này định trước khi có kết quả.",
            "en": "Under {printed} ratings: not published. From {printed}: published, not ranked. Ranked with at "
            "least {ranked} ratings and an effective number of {effective}, or at least {printed} ratings and "
            "{frame}. A valid rating answers at least {usable} of the questions asked. All bounds were fixed before "
            "results.",
        },
        "frame_share_transaction": {
            "vi": "phiếu của ít nhất {share} số hồ sơ",
            "en": "answers from at least {share} of the files",
        },
        "frame_share_person": {
            "vi": "phiếu của ít nhất {share} số người trong danh sách mẫu",
            "en": "answers from at least {share} of the people listed",
        },
        "method_uncertainty": {"vi": "Khoảng tin cậy và khoảng hạng", "en": "Intervals and rank sets"},
        "uncertainty_interval": {
            "vi": "Sai số chuẩn tính từ từng phiếu theo đúng cách chọn mẫu (tuyến tính hóa); khoảng tin cậy 95% "
            "của tỷ lệ theo phân phối beta, nên không vượt 0 hay 100. {inference}",
            "en": "Standard errors come from the ratings under the design as drawn (linearisation); the 95% "
            "interval of a share follows the beta distribution, so it never passes 0 or 100. {inference}",
        },
        "inference_process_transaction": {
            "vi": "Sai số nói về cách cơ quan phục vụ nói chung, không chỉ về các hồ sơ của kỳ này.",
            "en": "The error is about how the office serves in general, not about the files of this period alone.",
        },
        "inference_process_person": {
            "vi": "Sai số nói về cách cơ quan phục vụ nói chung, không chỉ về những người của kỳ này.",
            "en": "The error is about how the office serves in general, not about the people of this period alone.",
        },
        "inference_period_transaction": {
            "vi": "Sai số chỉ nói về các hồ sơ của kỳ này.",
            "en": "The error is about the files of this period alone.",
        },
        "inference_period_person": {
            "vi": "Sai số chỉ nói về những người của kỳ này.",
            "en": "The error is about the people of this period alone.",
        },
        "uncertainty_rank": {
            "vi": "Khoảng hạng so sánh mọi cặp đơn vị trong khối cùng một lúc ở mức 95%: hạng tốt nhất = 1 + số "
            "đơn vị hơn hẳn, hạng thấp nhất = số đơn vị xếp hạng trừ số đơn vị kém hẳn.",
            "en": "Rank sets compare all pairs of units of a block at once, at 95%: best rank = 1 + units clearly "
            "better, worst rank = ranked units − units clearly worse.",
        },
        "ties_decimals": {
            "vi": "Hai đơn vị bằng điểm khi làm tròn đến {decimals} số lẻ thì đồng hạng, và hạng sau bị bỏ qua "
            "(1, 2=, 2=, 4).",
            "en": "Units equal at {decimals} decimals share a rank, and the next rank is skipped (1, 2=, 2=, 4).",
        },
        "ties_exact": {
            "vi": "Chỉ những đơn vị bằng điểm tuyệt đối mới đồng hạng, và hạng sau bị bỏ qua (1, 2=, 2=, 4).",
            "en": "Only units with exactly equal scores share a rank, and the next rank is skipped (1, 2=, 2=, 4).",
        },
        "method_reliability": {
            "vi": "Kết quả phân biệt các đơn vị tốt đến đâu",
            "en": "How well the results tell units apart",
        },
        "reliability_text": {
            "vi": "Độ tin cậy là phần chênh lệch giữa các đơn vị không do may rủi của mẫu (từ 0 đến 1). Từ 0,8: "
            "nên công bố đủ hạng; từ 0,5 đến dưới 0,8: nên công bố theo nhóm; dưới 0,5: chỉ nên công bố phân bố.",
            "en": "Reliability is the part of the differences between units that is not chance of the sample (0 "
            "to 1). From 0.8: full ranks are advised; from 0.5 to under 0.8: groups; under 0.5: only the "
            "distribution.",
        },
        "reliability_definition": {"vi": "Cách tính", "en": "Measure"},
        "reliability_lambda": {"vi": "Độ tin cậy", "en": "Reliability"},
        "reliability_mean": {"vi": "Bình quân khối (khoảng 95%)", "en": "Mean of the block (95% interval)"},
        "reliability_advice": {"vi": "Hình thức nên dùng", "en": "Form advised"},
        "form_full_ranks": {"vi": "đủ hạng", "en": "full ranks"},
        "form_bands": {"vi": "theo nhóm", "en": "groups"},
        "form_distribution": {"vi": "chỉ phân bố", "en": "distribution only"},
        "funnel_note": {
            "vi": "Hình: mỗi chấm là một đơn vị, vạch đứng là khoảng tin cậy 95%, nét đứt là bình quân khối. Càng "
            "ít phiếu, vạch càng dài.",
            "en": "Figure: each dot is a unit, the upright line its 95% interval, the dashed line the mean of the "
            "block. The fewer the ratings, the longer the line.",
        },
        "method_source": {"vi": "Nguồn và lời câu hỏi", "en": "Source and wording"},
        "wording_adapted": {
            "vi": "Lời câu hỏi trong bộ phiếu này là lời phỏng theo, chưa phải lời do cơ quan ban hành. {source}.",
            "en": "The wording of this questionnaire is adapted; it is not the wording issued by the authority. "
            "{source}.",
        },
        "wording_official": {
            "vi": "Lời câu hỏi là lời đã ban hành. {source}.",
            "en": "The wording is as issued. {source}.",
        },
        "method_verify": {"vi": "Kiểm chứng", "en": "Verification"},
        "verify_text": {
            "vi": "Mã kiểm chứng của lần tính kết quả này: <b>{short}</b>. Mã này mở trang /verify/… liệt kê từng tệp "
            "và mã băm; cơ quan tính lại được từ dữ liệu chốt bằng <b>thuocdo score</b>. Đủ 64 ký tự:",
            "en": "Fingerprint of this run: <b>{short}</b>. It opens the page /verify/…, which lists every file with "
            "its hash; the office can recompute the run from its snapshot with <b>thuocdo score</b>. All 64 digits:",
        },
        "figure_ratings": {"vi": "Số phiếu hợp lệ", "en": "Valid ratings"},
    }
)
