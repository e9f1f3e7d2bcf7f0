"""What can be wrong in a file of hard or published figures, and what is worth knowing of one that is right."""

OF_FIGURES = {
    "unit-not-of-wave": (
        "đợt khảo sát không có đơn vị “{unit}”",
        "the wave has no unit “{unit}”",
        "ghi {near}",
        "write {near}",
    ),
    "no-figures": (
        "tệp chưa có số liệu nào",
        "the file holds no figure",
        "điền ít nhất một dòng",
        "fill in at least one row",
    ),
    "cell-missing": (
        "ô này để trống",
        "this cell is empty",
        "điền vào, hoặc bỏ trống cả dòng nếu chưa có số liệu",
        "fill it in, or leave all figures of the row empty where there are none",
    ),
    "count-not-whole": (
        "“{value}” không phải số nguyên từ 0 trở lên",
        "“{value}” is no whole number from 0 up",
        "chỉ viết chữ số, như 1240",
        "write digits only, such as 1240",
    ),
    "number-too-large": (
        "số lớn hơn {known}",
        "the number is larger than {known}",
        "xem lại con số",
        "check it",
    ),
    "number-unreadable": (
        "“{value}” không phải số",
        "“{value}” is no number",
        "viết như 0.85 hoặc 0,85, không dấu %",
        "write it as 0.85 or 0,85, without a % sign",
    ),
    "counts-over": (
        "{parts} = {value}, nhiều hơn {whole} = {known}",
        "{parts} = {value}, which is more than {whole} = {known}",
        "xem lại các số của dòng này",
        "check the counts of this row",
    ),
    "half-a-share": (
        "tử số và mẫu số phải có cả hai hoặc không có",
        "numerator and denominator stand there both or not at all",
        "điền ô còn thiếu, hoặc bỏ ô kia",
        "fill in the other or leave both empty",
    ),
    "indicator-not-hard": (
        "bộ phiếu không có chỉ tiêu “{value}” lấy từ tệp này",
        "the instrument has no indicator “{value}” that this file brings in",
        "ghi {near}",
        "write {near}",
    ),
    "figure-twice": (
        "chỉ tiêu “{value}” của đơn vị “{unit}” có hai lần",
        "the indicator “{value}” of the unit “{unit}” stands there twice",
        "bỏ một dòng",
        "take one line out",
    ),
    "figures-lacking": (
        "{code}: {count} trong {total} đơn vị chưa có số liệu ({units}), không tính là 0",
        "{code}: {count} of {total} units have no figure ({units}), which is never counted as 0",
        "bổ sung trong tệp mới nếu có",
        "bring a new file in once they are known",
    ),
    "beyond-goalposts": (
        "{value} nằm ngoài hai mốc {low} và {high} của chỉ tiêu “{code}”",
        "{value} lies outside the goalposts {low} and {high} of the indicator “{code}”",
        "xem lại: tỷ lệ 85% viết là 0.85 nếu mốc là 0 và 1",
        "check it: a share of 85% is 0.85 where the goalposts are 0 and 1",
    ),
    "year-unreadable": (
        "“{value}” không phải năm từ {first} đến {last}",
        "“{value}” is no year from {first} to {last}",
        "viết bốn chữ số, như 2024",
        "write four digits, such as 2024",
    ),
    "day-not-of-year": (
        "ngày {value} không thuộc năm {known}",
        "the day {value} is not one of {known}",
        "sửa ngày hoặc để trống",
        "mend the day or leave it empty",
    ),
    "unit-not-in-register": (
        "danh mục không có mã “{unit}”",
        "the register has no code “{unit}”",
        "ghi {near}, hoặc ghi tên đơn vị khi đó",
        "write {near}, or the name that the unit bore then",
    ),
    "unit-of-other-days": (
        "ngày {day} chưa có hoặc không còn đơn vị “{unit}” ({name})",
        "there was no unit “{unit}” ({name}) on {day}",
        "ghi tên đơn vị khi đó thay cho mã, vì đơn vị khác không được nối vào, hoặc sửa ngày",
        "write the name of the unit of then, which is another one, or mend the day",
    ),
    "neither-value-nor-rank": (
        "dòng không có giá trị và cũng không có hạng",
        "the row has neither a value nor a rank",
        "điền ít nhất một ô, hoặc bỏ dòng",
        "fill in one of them, or take the row out",
    ),
    "rank-of-how-many": (
        "hạng phải từ 1 đến số đơn vị được xếp hạng",
        "a rank lies between 1 and the number of units ranked",
        "sửa rank và rank_of",
        "mend rank and rank_of",
    ),
    "published-twice": (
        "{measure} năm {year} của “{unit}” có hai lần",
        "{measure} {year} of “{unit}” stands there twice",
        "bỏ một dòng",
        "take one line out",
    ),
    "kept-by-name": (
        "“{unit}” được giữ theo tên; danh mục ngày {day} có mã {code} mang tên đó",
        "“{unit}” is kept by name; the register of {day} has that name under the code {code}",
        "ghi mã nếu đúng là đơn vị này",
        "write the code if this very unit is meant",
    ),
}
