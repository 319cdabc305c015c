internal import Yams
import Findings
import Vocabulary

/// A YAML or JSON file with the findings it gave rise to. Everything is typed by what its shape needs, never by what
/// YAML 1.1 guesses: `no` stays `no`.
final class Declaration {
    let file: String
    /// The languages that words given by language should be there in.
    var languages: [Language] = []
    private(set) var findings: [Finding] = []
    /// Units and levels it names, to be looked up when the list of units is read.
    private(set) var references: [UnitReference] = []
    private(set) var source = SourceText("")

    init(file: String) { self.file = file }

    /// Parses `text`, or records why it cannot be read.
    func root(_ text: String) -> Node? {
        source = SourceText(text)
        do {
            guard let node = try Yams.compose(yaml: text) else {
                let start = Place(file: file, line: 1, column: 1)
                add(
                    Finding(
                        .error, "empty-file", "the file is empty", at: start, suggestion: "fill it in or delete it"))
                return nil
            }
            return node
        } catch let error as YamlError {
            report(syntax: error)
            return nil
        } catch {
            reportUnreadable(at: nil)
            return nil
        }
    }

    func report(
        _ code: String, _ message: String, at node: Node?, suggestion: String? = nil, severity: Severity = .error
    ) {
        findings.append(
            Finding(severity, code, message, at: node.map(place) ?? Place(file: file), suggestion: suggestion))
    }

    func report(unknownDataset name: String, in project: Project, at node: Node) {
        let names = project.datasets.map(\.name).sorted()
        report(
            "unknown-dataset", "no dataset '\(name)' in config.json", at: node,
            suggestion: didYouMean(name, among: names) ?? "datasets: \(names.joined(separator: ", "))")
    }

    func add(_ finding: Finding) { findings.append(finding) }

    /// Notes that a unit's code, or a level, stands at this node.
    func refer(to kind: UnitReference.Kind, at node: Node) {
        guard let name = node.scalar?.string else { return }
        references.append(UnitReference(kind, name, at: place(of: node)))
    }

    func place(of node: Node) -> Place { node.mark.map(place) ?? Place(file: file) }

    /// Where a part of a text stands, `offset` characters into it.
    func place(of offset: Int, in scalar: Node.Scalar, at node: Node) -> Place {
        let start = place(of: node)
        guard let line = start.line, let column = start.column else { return start }
        let found = source.place(of: offset, in: scalar, line: line, column: column)
        return Place(file: file, line: found.line, column: found.column)
    }

    func place(_ mark: Mark) -> Place {
        let found = source.place(ofScalar: mark.column, line: mark.line)
        return Place(file: file, line: found.line, column: found.column)
    }
}
