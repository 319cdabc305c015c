public import Assessment
public import Vocabulary

/// An indicator's figures as CSV (RFC 4180): UTF-8 without a byte order mark, commas, decimal points, line feeds. Where
/// there is no figure the column `state` says why. `sampleNotice` stands in every row's `note`, so that no part of the
/// file travels without it.
public func csv<E: Publishable>(_ a: Assessed<E>, language: Language, sampleNotice: String) -> [UInt8] {
    var out = columns.joined(separator: ",") + "\n"
    for record in records(a, language) {
        let cells = fields(record, a.description, language, sampleNotice)
        out += columns.map { cells[$0] ?? "" }.joined(separator: ",") + "\n"
    }
    return Array(out.utf8)
}

/// The cells of a row that are not empty, by column, quoted where needed.
private func fields(
    _ record: Record, _ description: IndicatorDescription, _ language: Language, _ notice: String
) -> [String: String] {
    let point = record.point, decimals = description.unit.decimals
    var cells = [
        "indicator": cell(description.id), "period": cell(record.period.key), "period_start": firstDay(record.period),
        "unit": cell(record.unit.code.code), "unit_name": cell(record.unitName), "breakdown": cell(record.breakdown),
        "unit_of_measure": cell(unitWord(description.unit, language)), "state": point.state.rawValue,
        "provisional": point.isProvisional ? "true" : "false",
        "note": cell(note(record, description, language, notice)),
    ]
    guard point.state == .shown else { return cells }
    cells["value"] = point.value.map { decimalText($0, decimals: decimals) }
    cells["numerator"] = point.numerator?.normalized.description
    cells["denominator"] = point.denominator?.normalized.description
    cells["count"] = point.count.map(String.init)
    cells["low"] = point.low.map { decimalText($0, decimals: decimals) }
    cells["high"] = point.high.map { decimalText($0, decimals: decimals) }
    return cells
}

/// The notice of invented data, then what is out of the ordinary about the period.
func note(_ record: Record, _ description: IndicatorDescription, _ language: Language, _ notice: String) -> String {
    var notes = [notice]
    if record.point.isExceptional {
        notes += description.exceptional.filter { $0.from.overlaps(record.period) || $0.to.overlaps(record.period) || $0.covers(record.period) }
            .prefix(1).map { $0.reason(language) }
    }
    if record.point.followsBreak {
        notes += description.breaks.filter { $0.at.startMonth <= record.period.startMonth }.suffix(1)
            .map { $0.reason(language) }
    }
    return notes.filter { !$0.isEmpty }.joined(separator: "; ")
}

/// Text as a cell. Text that a spreadsheet would run as a formula gets an apostrophe before it; line breaks become spaces.
private func cell(_ text: String) -> String {
    var plain = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
    if let first = plain.drop(while: { $0 == " " }).first, "=+-@".contains(first) { plain = "'" + plain }
    guard plain.contains(where: { $0 == "," || $0 == "\"" }) else { return plain }
    return "\"" + plain.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
