public import Catalogue
internal import Delimited
public import Findings
public import Vocabulary

/// Reads the organisation's units from the CSV file config.json names.
///
/// Columns: `kode;navn;overordnet;niveau;type`, and where there are such `område;gyldig_fra;gyldig_til;efterfølger`;
/// others are passed over. Findings: a missing column, a code given twice, a parent, successor or root that is not listed, units
/// above themselves or following themselves, dates that are none or the wrong way round.
public func readUnits(_ project: Project) -> (tree: UnitTree, findings: [Finding]) {
    let declared = project.units
    guard let input = inputFiles(declared.file, in: project.folder).first else {
        if isFolderUnreadable(declared.file, in: project.folder) {
            let finding = Finding(
                .error, "unreadable", "the folder of '\(declared.file)' cannot be read", at: declared.place,
                suggestion: "ask for permission to read it")
            return (UnitTree([]), [finding])
        }
        return (
            UnitTree([]),
            [
                Finding(
                    .error, "missing-file", "no file '\(declared.file)'", at: declared.place,
                    suggestion: "put the list of units there, with the columns kode;navn;overordnet;niveau;type")
            ]
        )
    }
    do {
        let file = try DelimitedFile.open(path: input.path, name: input.name)
        let (columns, missing) = UnitListColumns.find(in: file)
        guard let columns else { return (UnitTree([]), missing) }
        var list = UnitList(file: input.name)
        let reading = file.forEachRecord { record in
            list.add(record, columns)
            return true
        }
        var findings = reading.findings.filter { $0.severity == .error } + list.findings + list.faultsOfTheTree()
        if !list.units.contains(where: { $0.code == declared.root }) {
            findings.append(
                Finding(
                    .error, "unknown-unit", "the root '\(declared.root)' is not listed in \(input.name)",
                    at: declared.place, suggestion: list.nearest(to: declared.root)))
        }
        return (UnitTree(list.units), findings)
    } catch let refusal as Refusal {
        return (UnitTree([]), refusal.findings)
    } catch {
        return (UnitTree([]), [Finding(.error, "unreadable", "the file cannot be read", at: Place(file: input.name))])
    }
}

func missingColumn(_ header: String, in file: DelimitedFile) -> Finding {
    Finding(
        .error, "missing-column", "no column '\(header)'",
        at: Place(file: file.name, line: file.dialect.preambleRows + 1),
        suggestion: didYouMean(header, among: file.tellableHeader) ?? file.columnList)
}

extension DelimitedFile {
    /// The names of the columns that may be said aloud: a file without a header has cells in their place.
    var tellableHeader: [String] {
        let isDoubtful = openingFindings.contains { $0.code == "no-header" || $0.code == "header-like-data" }
        return isDoubtful ? [] : header.filter { !looksPersonal($0) }
    }

    var columnList: String {
        let names = tellableHeader.prefix(20).joined(separator: ", ")
        return names.isEmpty ? "check that the file has a header, or set 'headerRows'" : "columns: \(names)"
    }
}

/// Where the columns of the list of units stand.
private struct UnitListColumns {
    var code: Int, name: Int, parent: Int, level: Int, type: Int
    var area: Int?, validFrom: Int?, validTo: Int?, successors: Int?

    static func find(in file: DelimitedFile) -> (UnitListColumns?, [Finding]) {
        let headers = ["kode", "navn", "overordnet", "niveau", "type"]
        let found = headers.map { file.header.firstIndex(of: $0) }
        let missing = zip(headers, found).filter { $1 == nil }.map { missingColumn($0.0, in: file) }
        guard missing.isEmpty else { return (nil, missing) }
        let places = found.map { $0! }
        let successorNames = ["efterfølger", "efterfoelger", "etterfølger", "etterfolger"]
        return (
            UnitListColumns(
                code: places[0], name: places[1], parent: places[2], level: places[3], type: places[4],
                area: file.header.firstIndex(where: ["område", "omraade", "lokalområde"].contains),
                validFrom: file.header.firstIndex(of: "gyldig_fra"), validTo: file.header.firstIndex(of: "gyldig_til"),
                successors: file.header.firstIndex(where: successorNames.contains)), []
        )
    }
}

/// The rows of the list of units, with the places that findings name.
private struct UnitList {
    private struct Places {
        var parent: Place, validTo: Place, successors: Place
    }

    let file: String
    private(set) var units: [UnitDescription] = []
    private(set) var findings: [Finding] = []
    private var seen: Set<UnitCode> = []
    /// By code; of a code listed twice the first.
    private var places: [UnitCode: Places] = [:]

    init(file: String) { self.file = file }

    mutating func add(_ record: borrowing Record, _ columns: UnitListColumns) {
        let code = UnitCode(record.text(columns.code).precomposedTrimmed)
        let parent = record.text(columns.parent).precomposedTrimmed
        if !seen.insert(code).inserted {
            findings.append(
                Finding(
                    .error, "duplicate-unit", "unit '\(code)' is listed twice", at: place(record, columns.code),
                    suggestion: "keep one row a unit"))
        } else {
            places[code] = Places(
                parent: place(record, columns.parent), validTo: place(record, columns.validTo ?? columns.code),
                successors: place(record, columns.successors ?? columns.code))
        }
        let successors = columns.successors.map { record.text($0).precomposedTrimmed } ?? ""
        units.append(
            UnitDescription(
                code: code, name: LocalizedText(everywhere: record.text(columns.name).precomposedTrimmed),
                parent: parent.isEmpty ? nil : UnitCode(parent), level: record.text(columns.level).precomposedTrimmed,
                type: record.text(columns.type).precomposedTrimmed,
                area: columns.area.map { record.text($0).precomposedTrimmed } ?? "",
                validFrom: date(record, columns.validFrom, "gyldig_fra"),
                validTo: date(record, columns.validTo, "gyldig_til"),
                successors: successors.split { $0 == "|" || $0.isWhitespace }.map { UnitCode(String($0)) }))
    }

    /// The date in an optional column; nil where there is none.
    private mutating func date(_ record: borrowing Record, _ column: Int?, _ header: String) -> CalendarDay? {
        guard let column else { return nil }
        let text = record.text(column).precomposedTrimmed
        if text.isEmpty { return nil }
        let day = CalendarDay(text)
        if day == nil {
            findings.append(
                Finding(
                    .error, "not-a-date", "column '\(header)' does not hold a date here", at: place(record, column),
                    suggestion: "write it as 2019-12-31, or leave it empty"))
        }
        return day
    }

    private func place(_ record: borrowing Record, _ column: Int) -> Place {
        Place(file: file, line: record.line(of: column), column: record.column(column))
    }

    func nearest(to code: UnitCode) -> String? { didYouMean(code.code, among: seen.map(\.code)) }

    /// What is seen only when all rows are there: parents and successors.
    func faultsOfTheTree() -> [Finding] {
        let tree = UnitTree(units)
        var found: [Finding] = []
        for unit in units {
            if let parent = unit.parent, !seen.contains(parent) {
                found.append(
                    Finding(
                        .error, "unknown-unit", "unit '\(unit.code)' has the parent '\(parent)', which is not listed",
                        at: places[unit.code]?.parent, suggestion: nearest(to: parent)))
            }
        }
        if let unit = units.first(where: { $0.parent == $0.code || tree.isInCircle($0.code) }) {
            found.append(
                Finding(
                    .error, "unit-circle", "unit '\(unit.code)' is above itself", at: places[unit.code]?.parent,
                    suggestion: "correct 'overordnet' of one of the units in the circle"))
        }
        return found + tree.successionFaults.map(finding)
    }

    private func finding(_ fault: UnitSuccessionFault) -> Finding {
        let unit = fault.unit
        let places = places[unit]
        switch fault.kind {
        case .unknownSuccessor(let successor):
            return Finding(
                .error, "unknown-unit", "unit '\(unit)' has the successor '\(successor)', which is not listed",
                at: places?.successors,
                suggestion: nearest(to: successor) ?? "add a row for it, or leave the successor empty")
        case .circle:
            return Finding(
                .error, "succession-circle", "unit '\(unit)' comes after itself", at: places?.successors,
                suggestion: "empty the successor of the unit that is still in use")
        case .endsBeforeItBegins:
            return Finding(
                .error, "validity-reversed", "unit '\(unit)' ends before it begins", at: places?.validTo,
                suggestion: "correct 'gyldig_fra' or 'gyldig_til'; the last day belongs to the unit")
        case .successorEndedBefore(let successor):
            return Finding(
                .error, "successor-ended", "unit '\(unit)' ended later than its successor '\(successor)'",
                at: places?.successors, suggestion: "name the unit that was there after it, or correct 'gyldig_til'")
        }
    }
}
