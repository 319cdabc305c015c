/// Where a problem is: a file as the user would type it, with line and column counted from 1.
public struct Place: Hashable, Sendable, CustomStringConvertible {
    public var file: String
    public var line: Int?
    public var column: Int?

    public init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file`, `file:line` or `file:line:column`.
    public var description: String {
        guard let line else { return file }
        guard let column else { return "\(file):\(line)" }
        return "\(file):\(line):\(column)"
    }
}

/// How much a finding matters. An error stops the build; a warning does so with `--strict`; a note never does.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    case note, warning, error

    public static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A problem as a value, written for the person who can mend it. Never holds personal data: callers name the row and
/// the column, not what stood there.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
    public var place: Place?
    /// A stable kebab-case name (`unknown-column`); each is listed in Documentation/Findings.md.
    public var code: String
    public var severity: Severity
    public var message: String
    /// What to do about it, as a phrase: `did you mean 'enhed'?`
    public var suggestion: String?

    public init(
        _ severity: Severity, _ code: String, _ message: String, at place: Place? = nil, suggestion: String? = nil
    ) {
        self.place = place
        self.code = code
        self.severity = severity
        self.message = message
        self.suggestion = suggestion
    }

    /// `Metrics/x.yaml:12:9: error[unknown-column]: no column 'enhd' in dataset 'staffing'; did you mean 'enhed'?`
    public var description: String {
        let location = place.map { "\($0): " } ?? ""
        let advice = suggestion.map { "; \($0)" } ?? ""
        return "\(location)\(severity.rawValue)[\(code)]: \(message)\(advice)"
    }
}

extension [Finding] {
    /// Whether these findings stop the work: any error, or any warning when `strict`.
    public func stops(strict: Bool = false) -> Bool {
        contains { $0.severity == .error || (strict && $0.severity == .warning) }
    }

    /// The findings in reading order: by file, line and column; those without a place first.
    public func inReadingOrder() -> [Finding] {
        enumerated().sorted { left, right in
            let first = left.element.place, second = right.element.place
            let firstKey = (first?.file ?? "", first?.line ?? 0, first?.column ?? 0)
            let secondKey = (second?.file ?? "", second?.line ?? 0, second?.column ?? 0)
            return firstKey == secondKey ? left.offset < right.offset : firstKey < secondKey
        }.map(\.element)
    }
}

/// A failure that consists of findings: thrown where a stage cannot go on.
public struct Refusal: Error, Sendable, CustomStringConvertible {
    public var findings: [Finding]

    public init(_ findings: [Finding]) { self.findings = findings }
    public init(_ finding: Finding) { self.findings = [finding] }

    public var description: String { findings.map(\.description).joined(separator: "\n") }
}
