import Catalogue
import Delimited
import Findings
import Vocabulary

/// Where the declared columns stand in one file and how its numbers are written.
struct ColumnLayout {
    var period: [Int] = []
    var unit: Int?
    var numbers: [Int] = []
    var texts: [Int] = []
    var formats: [NumberFormat] = []
    /// Most decimals found in each number column.
    var fractionDigits: [Int] = []
    /// Positions of the key among the category columns; nil where rows may repeat.
    var key: [Int]?

    /// Nil, with findings, where a declared column is not in the file or a number's meaning is open.
    init?(_ file: DelimitedFile, _ dataset: DatasetDeclaration, _ findings: inout [Finding]) {
        var missing: [Finding] = []
        func position(_ header: String) -> Int {
            let wanted = header.precomposedTrimmed
            if let index = file.header.firstIndex(where: { $0.precomposedTrimmed == wanted }) { return index }
            missing.append(missingColumn(header, in: file))
            return 0
        }
        switch dataset.period {
        case .constant: break
        case .column(let header, _, _): period = [position(header)]
        case .parts(let year, let part, _): period = [position(year), position(part)]
        }
        if case .column(let header, _, _, _) = dataset.unit { unit = position(header) }
        let numberColumns = dataset.columns.filter { $0.kind == .number }
        let textColumns = dataset.columns.filter { $0.kind == .category }
        numbers = numberColumns.map { position($0.header) }
        texts = textColumns.map { position($0.header) }
        key = dataset.key.map { names in names.compactMap { name in textColumns.firstIndex { $0.name == name } } }
        findings += missing
        guard missing.isEmpty else { return nil }

        let profile = file.profile()
        let rowFaults: Set<String> = ["short-row", "long-row", "blank-row", "repeated-header"]
        findings += profile.findings.filter { rowFaults.contains($0.code) }
        let profiles = profile.columns
        for (column, index) in zip(numberColumns, numbers) {
            let profile = profiles[index]
            if profile.ambiguousSeparator, dataset.dialect.decimal == nil {
                findings.append(
                    Finding(
                        .error, "ambiguous-number",
                        "column '\(column.header)' could be thousands or decimals: every number looks like 1.234",
                        at: Place(file: file.name, line: file.dialect.preambleRows + 1, column: 1),
                        suggestion: "set 'dialect': {'decimal': ','} or '.' for dataset '\(dataset.name)'"))
            }
            let usual = file.dialect.delimiter == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",")
            let decimal = dataset.dialect.decimal?.utf8.first ?? profile.decimalSeparator ?? usual
            formats.append(NumberFormat(decimal: decimal, group: Self.group(profile.groupSeparator, decimal)))
            fractionDigits.append(min(18, profile.maxFractionDigits))
        }
        if findings.contains(where: { $0.code == "ambiguous-number" && $0.place?.file == file.name }) { return nil }
    }

    private static func group(_ separator: String?, _ decimal: UInt8) -> NumberFormat.Group {
        switch separator {
        case "." where decimal != UInt8(ascii: "."): .point
        case "," where decimal != UInt8(ascii: ","): .comma
        case " ": .space
        case "\u{A0}", "\u{202F}": .noBreakSpace
        case "'", "’": .apostrophe
        default: .none
        }
    }
}

extension DialectDeclaration {
    var hints: DialectHints {
        DialectHints(
            encoding: encoding.flatMap { TextEncoding(rawValue: $0) },
            delimiter: delimiter == "tab" ? UInt8(ascii: "\t") : delimiter?.utf8.first, quote: quote?.utf8.first,
            preambleRows: preambleRows, headerRows: headerRows, footerRows: footerRows)
    }
}
