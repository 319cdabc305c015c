internal import Findings

/// Refuses bytes that are plainly something other than delimited text: nothing at all, a spreadsheet, an archive, a
/// web page. Throws a `Refusal` that says how to get a CSV file instead.
func refuseOtherFormats(_ storage: ByteStorage, isAllWhite: Bool, name: String) throws {
    let place = Place(file: name)
    guard !isAllWhite else {
        throw Refusal(
            Finding(
                .error, "empty-file", "the file is empty", at: place,
                suggestion: "export it again, and check that the export finished"))
    }
    for signature in signatures where storage.hasPrefix(signature.bytes) {
        throw Refusal(
            Finding(
                .error, signature.code, "this is \(signature.what), not a CSV file", at: place,
                suggestion: signature.advice))
    }
    if let what = markupKind(storage) {
        throw Refusal(
            Finding(
                .error, "web-page", "this is \(what), not a CSV file", at: place,
                suggestion: "the download may have met a login or error page: open it in a browser, then export again"))
    }
}

private struct Signature {
    let bytes: [UInt8]
    let code: String
    let what: String
    let advice: String
}

private let saveAsCSV =
    "open it in Excel, choose File > Save As and the file type 'CSV UTF-8 (Comma delimited) (*.csv)'"

private let signatures = [
    Signature(
        bytes: [0x50, 0x4B, 0x03, 0x04], code: "spreadsheet",
        what: "an Excel workbook (.xlsx), an OpenDocument spreadsheet (.ods) or a zip archive",
        advice: "\(saveAsCSV); unpack a zip archive first"),
    Signature(
        bytes: [0xD0, 0xCF, 0x11, 0xE0], code: "spreadsheet", what: "an old Excel workbook (.xls)", advice: saveAsCSV),
    Signature(
        bytes: [0x1F, 0x8B], code: "compressed-file", what: "a gzip archive", advice: "unpack it first: gunzip FILE"),
    Signature(
        bytes: Array("%PDF-".utf8), code: "document", what: "a PDF document",
        advice: "ask the source for its figures as CSV"),
    Signature(
        bytes: Array("PAR1".utf8), code: "binary-file", what: "a Parquet file", advice: "export it as CSV UTF-8"),
    Signature(
        bytes: Array("SQLite format 3".utf8), code: "binary-file", what: "an SQLite database",
        advice: "export the table as CSV UTF-8"),
]

private func markupKind(_ storage: ByteStorage) -> String? {
    var start = storage.hasPrefix([0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < storage.count, isWhite(storage.base[start]) { start += 1 }
    guard start < storage.count, storage.base[start] == UInt8(ascii: "<") else { return nil }
    let opening = storage.buffer[start..<min(start + 15, storage.count)].map { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    if opening.starts(with: "<!doctype html".utf8) || opening.starts(with: "<html".utf8) { return "a web page (HTML)" }
    if opening.starts(with: "<table".utf8) { return "a web page (HTML)" }
    return opening.starts(with: "<?xml".utf8) ? "an XML document" : nil
}

func isWhite(_ byte: UInt8) -> Bool {
    byte == space || byte == tab || byte == lineFeed || byte == carriageReturn
}
