import Catalogue
import Delimited
import Findings
import Vocabulary

/// What a cell of a dataset's unit column means: a code, a unit's name, or a name of the declared table.
struct UnitLookup {
    /// Nil, with findings, where units cannot be told.
    private(set) var code: ((String) -> UnitCode?)?
    private(set) var findings: [Finding] = []

    init(_ dataset: DatasetDeclaration, _ project: Project, _ tree: UnitTree) {
        switch dataset.unit {
        case .constant(let code):
            guard tree[code] != nil else {
                findings.append(
                    Finding(
                        .error, "unknown-unit", "unit '\(code)' is not in \(project.units.file)", at: dataset.place))
                return
            }
            self.code = { _ in code }
        case .column(_, let byName, let names, _):
            guard byName else {
                code = { tree[UnitCode($0)]?.code }
                return
            }
            var table = Dictionary(
                tree.units.map { ($0.name(.danish).precomposedTrimmed, $0.code) },
                uniquingKeysWith: { first, _ in first })
            if let names, !add(names, to: &table, dataset, project, tree) { return }
            code = { table[$0] }
        }
    }

    private mutating func add(
        _ names: String, to table: inout [String: UnitCode], _ dataset: DatasetDeclaration, _ project: Project,
        _ tree: UnitTree
    ) -> Bool {
        guard let input = inputFiles(names, in: project.folder).first else {
            findings.append(
                Finding(
                    .error, "missing-file", "no file '\(names)'", at: dataset.place,
                    suggestion: "put a CSV file with the columns name;code there"))
            return false
        }
        do {
            let file = try DelimitedFile.open(path: input.path, name: input.name)
            guard let name = file.header.firstIndex(of: "name"), let code = file.header.firstIndex(of: "code") else {
                findings.append(missingColumn(file.header.contains("name") ? "code" : "name", in: file))
                return false
            }
            let reading = file.forEachRecord { record in
                let unit = UnitCode(record.text(code).precomposedTrimmed)
                if tree[unit] != nil { table[record.text(name).precomposedTrimmed] = unit }
                return true
            }
            findings += reading.findings.filter { $0.severity == .error }
            return !findings.stops()
        } catch let refusal as Refusal {
            findings += refusal.findings
        } catch {
            findings.append(Finding(.error, "unreadable", "the file cannot be read", at: Place(file: names)))
        }
        return false
    }
}
