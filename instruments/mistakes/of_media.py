"""Mistakes in pictures and audio of items: names, files, kinds, sizes and languages."""

from instruments.mistakes.text import MistakeText, error, warning

OF_MEDIA: dict[str, MistakeText] = {
    "media-name": error(
        "“{name}” không phải tên tệp dùng được",
        "“{name}” is no name of a file that can be used",
        "chỉ ghi tên tệp, không ghi thư mục, bằng chữ không dấu, chữ số, dấu chấm, gạch nối; nhiều nhất 80 ký tự",
        "give the name alone, without a folder, in letters without marks, digits, dots and hyphens, 80 at most",
    ),
    "media-missing": error(
        "chưa có tệp “{name}” đi cùng tệp phiếu",
        "the file “{name}” does not come with the instrument file",
        "chọn tệp cùng lúc với tệp phiếu, ở máy thì đặt vào thư mục `.media` bên cạnh; hoặc sửa tên",
        "choose it together with the instrument file, or lay it into the folder `.media` beside it; or mend the name",
    ),
    "media-large": error(
        "tệp “{name}” lớn hơn {most} kB",
        "the file “{name}” is larger than {most} kB",
        "nén hoặc thu nhỏ tệp",
        "compress it or make it smaller",
    ),
    "picture-kind": error(
        "tệp “{name}” không phải hình PNG, JPEG hay WebP",
        "the file “{name}” is no PNG, JPEG or WebP picture",
        "lưu lại hình ở một trong các dạng đó",
        "save it again as one of these",
    ),
    "audio-kind": error(
        "tệp “{name}” không phải âm thanh MP3, M4A, AAC hay Ogg",
        "the file “{name}” is no MP3, M4A, AAC or Ogg audio",
        "lưu lại âm thanh ở một trong các dạng đó",
        "save it again as one of these",
    ),
    "spoken-missing": warning(
        "câu “{code}” chưa có âm thanh tiếng “{language}”",
        "the item “{code}” is not read aloud in “{language}”",
        "thêm tệp âm thanh của ngôn ngữ này",
        "add the audio of that language",
    ),
}
