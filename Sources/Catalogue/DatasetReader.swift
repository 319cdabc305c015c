internal import Yams
import Findings
import Vocabulary

/// Words that formulas use, and columns that every table of rows has.
private let reservedColumnNames: Set<String> = [
    "and", "or", "not", "in", "is", "if", "between", "missing", "period", "unit", "file", "line",
]

/// Reads one dataset of config.json.
struct DatasetReader {
    let entries: Entries
    let name: String
    let languages: [Language]

    private var declaration: Declaration { entries.declaration }
    private var what: String { "dataset '\(name)'" }

    func dataset() -> DatasetDeclaration? {
        let source = self.source()
        let columns = columns("numbers", .number) + columns("categories", .category)
        for (position, column) in columns.enumerated() where columns[..<position].contains(where: { $0.name == column.name }) {
            declaration.add(
                Finding(
                    .error, "duplicate-key", "'\(column.name)' is both a number and a category of \(what)",
                    at: column.place, suggestion: "give one of them another name"))
        }
        guard let files = entries.required("files", in: what)?.scalar?.string, let period = period(), let unit = unit()
        else { return nil }
        let key = entries.take("key").map { _ in entries.strings("key") }
        for column in key ?? [] where !columns.contains(where: { $0.name == column && $0.kind == .category }) {
            declaration.report(
                "unknown-column", "'key' names '\(column)', which is no category of \(what)", at: entries.take("key"),
                suggestion: didYouMean(column, among: columns.filter { $0.kind == .category }.map(\.name)))
        }
        let result = DatasetDeclaration(
            name: name, place: declaration.place(of: entries.node), files: files, source: source, dialect: dialect(),
            period: period, unit: unit, columns: columns, key: key, missing: missing(),
            provisional: entries.integer("provisional", in: 0...1000),
            isAlreadyPublished: entries.flag("alreadyPublished") ?? false, fingerprint: "")
        entries.finish(what)
        return fingerprinted(result)
    }

    private func fingerprinted(_ dataset: DatasetDeclaration) -> DatasetDeclaration {
        var result = dataset
        let missing = dataset.missing.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }
        let columns = dataset.columns.map {
            "\($0.name)|\($0.header)|\($0.kind.rawValue)|\($0.decimals ?? -1)|\($0.total ?? "")"
        }
        result.fingerprint =
            "\(dataset.files)\n\(dataset.dialect)\n\(dataset.period)\n\(dataset.unit)\n\(columns)\n"
            + "\(dataset.key ?? ["*"])\n\(missing)"
        return result
    }

    private func source() -> SourceDescription {
        SourceDescription(
            dataset: name, title: entries.text("title", languages: languages),
            publisher: entries.text("publisher", languages: languages), address: entries.string("address") ?? "",
            licence: entries.string("licence") ?? "", isSample: entries.flag("sample") ?? false,
            rhythm: entries.choice("rhythm", Grain.self) ?? .year, next: entries.string("next") ?? "")
    }

    private func columns(_ list: String, _ kind: ColumnDeclaration.Kind) -> [ColumnDeclaration] {
        guard let declared = entries.entries(list) else { return [] }
        defer { declared.finish("'\(list)'") }
        return declared.keys.compactMap { name in
            guard let node = declared.take(name) else { return nil }
            if !isPlainName(name) || name.contains("-") || reservedColumnNames.contains(name) {
                declaration.report(
                    "bad-name", "a column cannot be called '\(name)' in formulas", at: declared.keyNode(name),
                    suggestion: "use small letters a–z, digits and _, and none of the words formulas and tables use")
            }
            let place = declaration.place(of: node)
            if let scalar = node.scalar {
                return ColumnDeclaration(name: name, header: scalar.string, kind: kind, place: place)
            }
            guard let long = Entries(node, declaration, what: "column '\(name)'"),
                let header = long.required("header", in: "column '\(name)'")?.scalar?.string
            else { return nil }
            defer { long.finish("column '\(name)'") }
            return ColumnDeclaration(
                name: name, header: header, kind: kind,
                decimals: kind == .number ? long.integer("decimals", in: 0...18) : nil,
                total: kind == .category ? long.string("total") : nil,
                title: long.text("title", languages: kind == .category ? languages : []), place: place)
        }
    }

    private func period() -> PeriodDeclaration? {
        guard let node = entries.required("period", in: what),
            let one = Entries(node, declaration, what: "'period'")
        else { return nil }
        defer { one.finish("'period'") }
        if let constant = one.period("constant") { return .constant(constant) }
        if let column = one.string("column") {
            return .column(
                column, schoolYears: one.flag("schoolYears") ?? false, coarser: one.choice("as", Grain.self))
        }
        guard let year = one.string("year") else {
            declaration.report(
                "missing-key", "'period' of \(what) says nothing", at: node,
                suggestion: "name a 'column', a 'year' with 'month' or 'quarter', or a 'constant'")
            return nil
        }
        for (key, grain) in [("month", Grain.month), ("quarter", .quarter), ("tertial", .tertial)] {
            if let part = one.string(key) { return .parts(year: year, part: part, grain) }
        }
        return .column(year, schoolYears: false, coarser: nil)
    }

    private func unit() -> UnitDeclaration? {
        guard let node = entries.required("unit", in: what), let one = Entries(node, declaration, what: "'unit'")
        else { return nil }
        defer { one.finish("'unit'") }
        if let constant = one.string("constant") { return .constant(UnitCode(constant)) }
        guard let column = one.required("column", in: "'unit'")?.scalar?.string else { return nil }
        let names = one.string("names")
        let byName = one.word("by", of: ["code", "name"]) == "name" || names != nil
        return .column(column, byName: byName, names: names, ignoresOthers: one.word("others", of: ["ignore", "error"]) == "ignore")
    }

    private func dialect() -> DialectDeclaration {
        var result = DialectDeclaration()
        guard let one = entries.entries("dialect") else { return result }
        result.encoding = one.word(
            "encoding", of: ["utf-8", "windows-1252", "iso-8859-1", "utf-16le", "utf-16be"])
        result.delimiter = one.word("delimiter", of: [",", ";", "tab", "|", " "])
        result.quote = one.word("quote", of: ["\"", "'"])
        result.preambleRows = one.integer("preambleRows", in: 0...1000)
        result.headerRows = one.integer("headerRows", in: 0...10)
        result.footerRows = one.integer("footerRows", in: 0...1000)
        result.decimal = one.word("decimal", of: [",", "."])
        one.finish("'dialect'")
        return result
    }

    private func missing() -> [String: MissingState] {
        var result: [String: MissingState] = ["": .missing, "..": .missing]
        guard let one = entries.entries("missing") else { return result }
        for mark in one.keys {
            if let state = one.choice(mark, MissingState.self) { result[mark] = state }
        }
        one.finish("'missing'")
        return result
    }
}
