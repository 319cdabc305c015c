import Catalogue
import Delimited
import Findings
import Vocabulary

/// Where the declared columns stand in one file.
struct ColumnLayout {
    var period: [CellSource] = []
    var unit: CellSource?
    var numbers: [CellSource] = []
    var categories: [CellSource] = []
    var texts: [CellSource] = []
    /// The columns that become rows of their own; empty for a table that is long already.
    var wide: [WideColumn] = []
    /// Fields that no declaration reads or drops.
    var unread: [Int] = []

    /// Nil, with findings, where a declared column is not in the file.
    init?(_ file: DelimitedFile, _ dataset: DatasetDeclaration, _ findings: inout [Finding]) {
        var missing: [Finding] = []
        let headings = file.header.map(\.precomposedTrimmed)
        var read: Set<Int> = []
        func source(_ header: String) -> CellSource {
            let wanted = header.precomposedTrimmed
            if let wide = dataset.wide {
                if wanted == WideTemplate.value { return .value }
                if let part = wide.parts.firstIndex(of: wanted) { return .part(part) }
            }
            guard let index = headings.firstIndex(of: wanted) else {
                missing.append(missingColumn(header, in: file))
                return .field(0)
            }
            read.insert(index)
            return .field(index)
        }
        switch dataset.period {
        case .constant: break
        case .column(let header, _, _): period = [source(header)]
        case .parts(let year, let part, _): period = [source(year), source(part)]
        }
        if case .column(let header, _, _, _) = dataset.unit { unit = source(header) }
        func sources(_ kind: ColumnDeclaration.Kind) -> [CellSource] {
            dataset.columns.filter { $0.kind == kind }.map { source($0.header) }
        }
        (numbers, categories, texts) = (sources(.number), sources(.category), sources(.text))
        if let template = dataset.wide {
            for (index, heading) in headings.enumerated() where !read.contains(index) {
                guard let parts = template.match(heading) else { continue }
                wide.append(WideColumn(index: index, parts: parts.map(\.precomposedTrimmed)))
            }
            if wide.isEmpty { missing.append(noWideColumn(template, in: file, dataset)) }
            read.formUnion(wide.map(\.index))
        }
        findings += missing
        guard missing.isEmpty else { return nil }
        let dropped = Set(dataset.drops.map(\.precomposedTrimmed))
        unread = headings.indices.filter { !read.contains($0) && !dropped.contains(headings[$0]) }
    }

    /// The columns to read of each record: itself, or each column of a wide table.
    var columns: [WideColumn?] { wide.isEmpty ? [nil] : wide.map { $0 } }
}

private func noWideColumn(_ template: WideTemplate, in file: DelimitedFile, _ dataset: DatasetDeclaration) -> Finding {
    Finding(
        .error, "missing-column", "no column fits 'wide' of dataset '\(dataset.name)': \(template.text)",
        at: Place(file: file.name, line: file.headerLine),
        suggestion: file.columnList)
}

extension DialectDeclaration {
    var hints: DialectHints {
        DialectHints(
            encoding: encoding.flatMap { TextEncoding(rawValue: $0) },
            delimiter: delimiter == "tab" ? UInt8(ascii: "\t") : delimiter?.utf8.first,
            quote: quote == "none" ? 0 : quote?.utf8.first, escape: escape.flatMap { EscapeStyle(rawValue: $0) },
            preambleRows: preambleRows, headerRows: headerRows, footerRows: footerRows)
    }
}
