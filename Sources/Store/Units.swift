public import Catalogue
public import Findings
public import Vocabulary
internal import Delimited

/// Reads the organisation's units from the CSV file config.json names.
///
/// Columns: `kode;navn;overordnet;niveau;type` (others are passed over). Findings: a missing column, a code given
/// twice, a parent that is not listed, a root that is not listed.
public func readUnits(_ project: Project) -> (tree: UnitTree, findings: [Finding]) {
    let declared = project.units
    guard let input = inputFiles(declared.file, in: project.folder).first else {
        return (
            UnitTree([]),
            [
                Finding(
                    .error, "missing-file", "no file '\(declared.file)'", at: declared.place,
                    suggestion: "put the list of units there, with the columns kode;navn;overordnet;niveau;type")
            ]
        )
    }
    var findings: [Finding] = []
    var units: [UnitDescription] = []
    do {
        let file = try DelimitedFile.open(path: input.path, name: input.name)
        let headers = ["kode", "navn", "overordnet", "niveau", "type"]
        let positions = headers.map { file.header.firstIndex(of: $0) }
        for (header, position) in zip(headers, positions) where position == nil {
            findings.append(missingColumn(header, in: file))
        }
        guard findings.isEmpty else { return (UnitTree([]), findings) }
        var seen: Set<UnitCode> = []
        file.forEachRecord { record in
            let cells = positions.map { record.text($0!).precomposedTrimmed }
            let code = UnitCode(cells[0])
            if !seen.insert(code).inserted {
                findings.append(
                    Finding(
                        .error, "duplicate-unit", "unit '\(code)' is listed twice",
                        at: Place(file: input.name, line: record.line, column: record.column(positions[0]!)),
                        suggestion: "keep one row a unit"))
            }
            units.append(
                UnitDescription(
                    code: code, name: LocalizedText(everywhere: cells[1]),
                    parent: cells[2].isEmpty ? nil : UnitCode(cells[2]), level: cells[3], type: cells[4]))
            return true
        }
        for unit in units {
            if let parent = unit.parent, !seen.contains(parent) {
                findings.append(
                    Finding(
                        .error, "unknown-unit", "unit '\(unit.code)' has the parent '\(parent)', which is not listed",
                        at: Place(file: input.name), suggestion: didYouMean(parent.code, among: seen.map(\.code))))
            }
        }
        let tree = UnitTree(units)
        for unit in units where unit.parent == unit.code || tree.isInCircle(unit.code) {
            findings.append(
                Finding(
                    .error, "unit-circle", "unit '\(unit.code)' is above itself", at: Place(file: input.name),
                    suggestion: "correct 'overordnet' of one of the units in the circle"))
            break
        }
        if !seen.contains(declared.root) {
            findings.append(
                Finding(
                    .error, "unknown-unit", "the root '\(declared.root)' is not listed in \(input.name)",
                    at: declared.place, suggestion: didYouMean(declared.root.code, among: seen.map(\.code))))
        }
    } catch let refusal as Refusal {
        findings += refusal.findings
    } catch {
        findings.append(Finding(.error, "unreadable", "the file cannot be read", at: Place(file: input.name)))
    }
    return (UnitTree(units), findings)
}

func missingColumn(_ header: String, in file: DelimitedFile) -> Finding {
    Finding(
        .error, "missing-column", "no column '\(header)'",
        at: Place(file: file.name, line: file.dialect.preambleRows + 1),
        suggestion: didYouMean(header, among: file.header)
            ?? "columns: \(file.header.prefix(20).joined(separator: ", "))")
}
