internal import Yams
import Findings
import Vocabulary

/// Words that formulas use, and columns that every table of rows has.
private let reservedColumnNames: Set<String> = [
    "and", "or", "not", "in", "is", "if", "between", "missing", "case", "when", "then", "else", "end",
    "period", "unit", "file", "line", "row",
]

/// Reads one dataset of config.json.
struct DatasetReader {
    let entries: Entries
    let name: String

    private var declaration: Declaration { entries.declaration }
    private var what: String { "dataset '\(name)'" }

    func dataset() -> DatasetDeclaration? {
        let source = self.source()
        let columns = columns("numbers", .number, .numberColumn) + columns("categories", .category, .categoryColumn)
            + columns("texts", .text, .textColumn)
        for (position, column) in columns.enumerated()
        where columns[..<position].contains(where: { $0.name == column.name }) {
            declaration.add(
                Finding(
                    .error, "duplicate-key", "'\(column.name)' is declared twice in \(what)",
                    at: column.place, suggestion: "give one of them another name"))
        }
        guard let files = entries.string("files"), let period = period(), let unit = unit()
        else { return nil }
        let key = entries.take("key").map { _ in entries.strings("key") }
        let parts = columns.filter { $0.kind != .number }.map(\.name).sorted()
        for node in entries.items("key") {
            guard let column = node.scalar?.string, !column.isEmpty, !parts.contains(column) else { continue }
            declaration.report(
                "unknown-column", "'key' names '\(column)', which is no category or text of \(what)", at: node,
                suggestion: didYouMean(column, among: parts) ?? "categories and texts: \(parts.joined(separator: ", "))")
        }
        let overlaps = entries.choice("overlaps", OverlapRule.self) ?? .error
        if overlaps == .newest, key == nil {
            declaration.report(
                "missing-key", "'overlaps' of \(what) needs a 'key' to tell which rows are the same",
                at: entries.take("overlaps"), suggestion: "name the categories that make a row unique under 'key'")
        }
        let drops = entries.strings("drop")
        for column in columns where drops.contains(column.header) {
            declaration.add(
                Finding(
                    .error, "dropped-column", "column '\(column.header)' of \(what) is both read and dropped",
                    at: column.place, suggestion: "take it out of 'drop', or do not declare it"))
        }
        let result = DatasetDeclaration(
            name: name, place: declaration.place(of: entries.node), files: files, source: source, dialect: dialect(),
            period: period, unit: unit, columns: columns, key: key, missing: missing(),
            wide: wide(columns, period, unit), overlaps: overlaps,
            setAside: entries.integer("setAside") ?? 0, drops: Set(drops),
            notPersonal: Set(entries.strings("notPersonal")), isPersonal: entries.flag("personal") ?? false,
            keptMonths: keptMonths(), lag: entries.integer("lag"),
            provisional: entries.integer("provisional"),
            isAlreadyPublished: entries.flag("alreadyPublished") ?? false, fingerprint: "")
        for finding in result.nestingFindings() { declaration.add(finding) }
        return fingerprinted(result)
    }

    private func fingerprinted(_ dataset: DatasetDeclaration) -> DatasetDeclaration {
        var result = dataset
        let missing = dataset.missing.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.rawValue)" }
        let columns = dataset.columns.map {
            "\($0.name)|\($0.header)|\($0.kind.rawValue)|\($0.decimals ?? -1)|\($0.total ?? "")|"
                + $0.scores.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ",")
        }
        result.fingerprint =
            "\(dataset.files)\n\(dataset.dialect)\n\(dataset.period)\n\(dataset.unit)\n\(columns)\n"
            + "\(dataset.key ?? ["*"])\n\(missing)\n\(dataset.wide?.text ?? "")\n\(dataset.overlaps)\n"
            + "\(dataset.setAside)\n\(dataset.drops.sorted())\n\(dataset.notPersonal.sorted())\n"
            + "\(dataset.keptMonths ?? -1)"
        return result
    }

    private func source() -> SourceDescription {
        SourceDescription(
            dataset: name, title: entries.text("title"),
            publisher: entries.text("publisher"), address: entries.string("address") ?? "",
            licence: entries.string("licence") ?? "", isSample: entries.flag("sample") ?? false,
            rhythm: entries.choice("rhythm", Grain.self) ?? .year, next: entries.string("next") ?? "")
    }

    private func columns(_ list: String, _ kind: ColumnDeclaration.Kind, _ shape: Shape) -> [ColumnDeclaration] {
        entries.named(list).compactMap { name, key, node in
            if !isPlainName(name) || name.contains("-") || reservedColumnNames.contains(name) {
                declaration.report(
                    "bad-name", "a column cannot be called '\(name)' in formulas", at: key,
                    suggestion: "use small letters a–z, digits and _, and none of the words formulas and tables use")
            }
            let place = declaration.place(of: node)
            if let scalar = node.scalar {
                return ColumnDeclaration(name: name, header: scalar.string, kind: kind, place: place)
            }
            guard let long = Entries(node, declaration, shape), let header = long.string("header") else { return nil }
            return ColumnDeclaration(
                name: name, header: header, kind: kind, decimals: kind == .number ? long.integer("decimals") : nil,
                total: kind == .category ? long.string("total") : nil,
                within: kind == .category ? long.string("within") : nil, scores: kind == .number ? scores(long) : [:],
                title: long.text("title"), names: kind == .category ? names(long) : [:], place: place)
        }
    }

    /// `names`: what pages call a value. Two of one name would be one row of a file, and one bar of a chart.
    private func names(_ column: Entries) -> [String: LocalizedText] {
        var names: [String: LocalizedText] = [:]
        for (value, _, node) in column.named("names") {
            let name = column.localized(node)
            for language in Language.allCases where name.texts[language] != nil {
                guard let other = names.first(where: { $0.value.texts[language] == name.texts[language] }) else { continue }
                declaration.report(
                    "duplicate-key", "'\(other.key)' and '\(value)' are both called '\(name(language))'", at: node,
                    suggestion: "give each a name of its own")
                break
            }
            names[value] = name
        }
        return names
    }

    /// `values`: a word and its score, or the state it stands for, for each.
    private func scores(_ column: Entries) -> [String: Score] {
        var result: [String: Score] = [:]
        for (word, _, node) in column.named("values") {
            let text = node.scalar?.string ?? ""
            if let state = MissingState(rawValue: text) {
                result[word] = state == .zero ? .value(.zero) : .absent(state)
            } else if let number = Exact(text) {
                result[word] = .value(number)
            }
        }
        return result
    }

    /// The template of a wide table; every part of it must be used, and `{value}` by a number.
    private func wide(
        _ columns: [ColumnDeclaration], _ period: PeriodDeclaration, _ unit: UnitDeclaration
    ) -> WideTemplate? {
        guard let text = entries.string("wide"), let node = entries.take("wide") else { return nil }
        guard let template = WideTemplate(text) else {
            declaration.report(
                "unknown-value", "'wide' is no template", at: node,
                suggestion: "write what headings have in common, with their parts in braces: '{kjønn} {år}'")
            return nil
        }
        var used = columns.map(\.header)
        switch period {
        case .column(let header, _, _): used.append(header)
        case .parts(let year, let part, _): used += [year, part]
        case .constant: break
        }
        if case .column(let header, _, _, _) = unit { used.append(header) }
        for part in template.parts + [WideTemplate.value] where !used.contains(part) {
            declaration.report(
                "unused-part", "nothing reads \(part) of the wide table", at: node,
                suggestion: "name \(part) as the heading of a column, or as the period's or unit's 'column'")
        }
        return template
    }

    /// `keep`: `5 years` or `18 months`.
    private func keptMonths() -> Int? {
        guard let text = entries.string("keep") else { return nil }
        let words = text.split(separator: " ")
        if words.count == 2, let count = Int(words[0]), count > 0 {
            switch words[1] {
            case "year", "years": return count * 12
            case "month", "months": return count
            default: break
            }
        }
        declaration.report(
            "unknown-value", "'keep' cannot be '\(text)'", at: entries.take("keep"),
            suggestion: "write '5 years' or '18 months'")
        return nil
    }

    private func period() -> PeriodDeclaration? {
        guard let one = entries.entries("period") else { return nil }
        if let constant = one.period("constant") { return .constant(constant) }
        if let column = one.string("column") {
            return .column(
                column, schoolYears: one.flag("schoolYears") ?? false, coarser: one.choice("as", Grain.self))
        }
        guard let year = one.string("year") else { return nil }
        for (key, grain) in [("month", Grain.month), ("quarter", .quarter), ("tertial", .tertial), ("week", .week)] {
            if let part = one.string(key) { return .parts(year: year, part: part, grain) }
        }
        return .column(year, schoolYears: false, coarser: nil)
    }

    private func unit() -> UnitDeclaration? {
        guard let one = entries.entries("unit") else { return nil }
        if let constant = one.string("constant") { return .constant(UnitCode(constant)) }
        guard let column = one.string("column") else { return nil }
        let names = one.string("names")
        let byName = one.word("by") == "name" || names != nil
        return .column(column, byName: byName, names: names, ignoresOthers: one.word("others") == "ignore")
    }

    private func dialect() -> DialectDeclaration {
        var result = DialectDeclaration()
        guard let one = entries.entries("dialect") else { return result }
        result.encoding = one.word("encoding")
        result.delimiter = one.word("delimiter")
        result.quote = one.word("quote")
        result.escape = one.word("escape")
        result.preambleRows = one.integer("preambleRows")
        result.headerRows = one.integer("headerRows")
        result.footerRows = one.integer("footerRows")
        result.decimal = one.word("decimal")
        return result
    }

    private func missing() -> [String: MissingState] {
        var result: [String: MissingState] = ["": .missing, "..": .missing]
        for (mark, _, node) in entries.named("missing") {
            if let state = node.scalar.flatMap({ MissingState(rawValue: $0.string) }) { result[mark] = state }
        }
        return result
    }
}
