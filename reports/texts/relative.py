"""The sentences about goalposts that are taken from the wave itself, or from earlier waves."""

from types import MappingProxyType

RELATIVE_TEXTS: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {
        "card_relative_note": {
            "vi": "Điểm không có khoảng tin cậy (ô vuông rỗng) là số liệu cứng, hoặc là của đơn vị đứng ở mốc của "
            "chính đợt này.",
            "en": "A score without an interval (an open square) is a hard figure, or that of a unit that is a goalpost "
            "of this very wave.",
        },
        "relative_note": {
            "vi": "Hai mốc của {count} chỉ tiêu là mức thấp nhất và cao nhất của các đơn vị được xếp hạng trong chính "
            "đợt này. Điểm vì vậy chỉ cho biết đơn vị đứng ở đâu trong đợt và không so sánh được với đợt khác. Khoảng "
            "tin cậy được tính với hai mốc đó; đơn vị đứng ở mốc thì điểm là 0% hoặc 100% khoảng cách giữa hai mốc và "
            "không có khoảng tin cậy.",
            "en": "The goalposts of {count} indicators are the lowest and the highest of the ranked units of this very "
            "wave. Scores therefore tell where a unit stands in the wave and cannot be compared with another wave. "
            "Intervals are given this wave's lowest and highest; a unit that is a goalpost itself stands at 0% or 100% "
            "of the way between them and has no interval.",
        },
        "relative_inflation": {
            "vi": "Sai số của khảo sát làm khoảng cách giữa hai mốc rộng ra, bình quân khoảng {times} lần, nên chênh "
            "lệch thật giữa các đơn vị nhỏ hơn chênh lệch điểm.",
            "en": "Errors of the survey widen the distance between goalposts, by about {times} times on average, so "
            "that units really differ less than their scores do.",
        },
        "goalposts_of_waves": {
            "vi": "lấy từ các đợt trước: mức kém nhất cho {low} điểm; mức tốt nhất cho {high} điểm.",
            "en": "taken from earlier waves: the worst figure gives {low}; the best gives {high}.",
        },
        "window_block": {
            "vi": "Mốc của {count} chỉ tiêu lấy từ các đợt {waves}, theo Quyết định số {decision}: mức thấp nhất và "
            "cao nhất của các đơn vị được xếp hạng trong từng khối. Điểm nằm ngoài hai mốc được giữ nguyên. Điểm chỉ "
            "so sánh được với đợt có cùng những mốc này.",
            "en": "The goalposts of {count} indicators come from the waves {waves}, by decision {decision}: the lowest "
            "and highest figure of the ranked units of each block. Scores beyond them are kept. Scores are compared "
            "only with a wave that has these same goalposts.",
        },
        "window_all": {
            "vi": "Mốc của {count} chỉ tiêu lấy từ các đợt {waves}, theo Quyết định số {decision}: mức thấp nhất và "
            "cao nhất của các đơn vị được xếp hạng trong mọi khối. Điểm nằm ngoài hai mốc được giữ nguyên. Điểm chỉ so "
            "sánh được với đợt có cùng những mốc này.",
            "en": "The goalposts of {count} indicators come from the waves {waves}, by decision {decision}: the lowest "
            "and highest figure of the ranked units of all blocks. Scores beyond them are kept. Scores are compared "
            "only with a wave that has these same goalposts.",
        },
        "goalposts_of_block": {
            "vi": "lấy từ đợt này: đơn vị được xếp hạng kém nhất của khối cho {low} điểm; đơn vị tốt nhất cho {high} "
            "điểm.",
            "en": "taken from this wave: the worst ranked unit of the block gives {low}; the best gives {high}.",
        },
        "goalposts_of_all": {
            "vi": "lấy từ đợt này: đơn vị được xếp hạng kém nhất của mọi khối cho {low} điểm; đơn vị tốt nhất cho "
            "{high} điểm.",
            "en": "taken from this wave: the worst ranked unit of all blocks gives {low}; the best gives {high}.",
        },
    }
)
