import Findings
public import Vocabulary

/// An expression over a dataset's columns, with the place of every part kept for findings.
public struct Formula: Hashable, Sendable {
    public indirect enum Node: Hashable, Sendable {
        case number(Exact)
        case text(String)
        case column(String)
        case negated(Formula)
        case arithmetic(Formula, Arithmetic, Formula)
        /// Of indicators alone: rows are never divided.
        case quotient(Formula, Formula)
        case comparison(Formula, Comparison, Formula)
        case oneOf(Formula, [String], negated: Bool)
        case between(Formula, Formula, Formula)
        case isMissing(Formula, negated: Bool)
        case both(Formula, Formula)
        case either(Formula, Formula)
        case not(Formula)
        case choice(Formula, then: Formula, otherwise: Formula)
        case function(Function, [Formula])
        /// The sum of the items that have a value, times `multiple` ÷ how many have; no value where fewer than `fewest`
        /// have. Made from an index's items; `multiple` is divisible by every number of answers, so nothing is rounded.
        case evened([Formula], fewest: Int, multiple: Int)
        /// No value: what a `case` without `else` yields where nothing fits.
        case nothing
    }

    /// Functions of numbers.
    public enum Function: String, Sendable, Hashable, CaseIterable {
        /// The distance from zero.
        case abs
        /// The smallest and the largest; no value where one of them has none.
        case least, greatest
        /// The sum of those that have a value; no value where none has.
        case total
        /// How many have a value.
        case answered
    }

    public enum Arithmetic: String, Sendable, Hashable { case plus = "+", minus = "-", times = "*" }
    public enum Comparison: String, Sendable, Hashable, CaseIterable {
        case equal = "=", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    }

    public let node: Node
    /// Offset in characters from the formula's start.
    public let offset: Int

    init(_ node: Node, _ offset: Int) {
        self.node = node
        self.offset = offset
    }

    /// It counts each row once or not at all: a condition, or 1.
    public var countsOneAtMost: Bool {
        switch node {
        case .comparison, .oneOf, .between, .isMissing, .both, .either, .not: true
        case .number(let value): value == Exact(1)
        default: false
        }
    }

    /// The columns it reads.
    public var columns: Set<String> {
        switch node {
        case .number, .text, .nothing: []
        case .column(let name): [name]
        case .negated(let inner), .not(let inner), .oneOf(let inner, _, _), .isMissing(let inner, _): inner.columns
        case .arithmetic(let a, _, let b), .comparison(let a, _, let b), .both(let a, let b), .either(let a, let b),
            .quotient(let a, let b):
            a.columns.union(b.columns)
        case .between(let a, let b, let c), .choice(let a, let b, let c): a.columns.union(b.columns).union(c.columns)
        case .function(_, let parts), .evened(let parts, _, _): parts.reduce(into: []) { $0.formUnion($1.columns) }
        }
    }
}

/// What an expression yields.
public enum FormulaType: String, Sendable, Hashable {
    case number = "a number"
    case text = "a text"
    case truth = "true or false"
}

/// Why a formula cannot be used: what, where in its text, and what to do.
public struct FormulaProblem: Error, Hashable, Sendable {
    public var code: String
    public var message: String
    public var offset: Int
    public var suggestion: String?
}

extension Formula {
    /// The type it yields over a dataset's columns.
    /// - Throws: `FormulaProblem` for an unknown column or parts whose types do not go together.
    public func type(over dataset: DatasetDeclaration) throws(FormulaProblem) -> FormulaType {
        switch node {
        case .number, .nothing: return .number
        case .text: return .text
        case .column(let name):
            guard let column = dataset.column(name) else {
                let usable = dataset.columns.filter { $0.kind != .text }.map(\.name).sorted()
                throw FormulaProblem(
                    code: "unknown-column", message: "no column '\(name)' in dataset '\(dataset.name)'", offset: offset,
                    suggestion: didYouMean(name, among: dataset.columns.map(\.name))
                        ?? "columns: \(usable.joined(separator: ", "))")
            }
            guard column.kind != .text else {
                throw FormulaProblem(
                    code: "text-in-formula", message: "'\(name)' is declared under 'texts', which formulas cannot use",
                    offset: offset, suggestion: "declare it under 'categories' if its values repeat")
            }
            return column.kind == .number ? .number : .text
        case .negated(let inner):
            try inner.expect(.number, over: dataset)
            return .number
        case .arithmetic(let left, _, let right):
            try left.expectCountable(over: dataset)
            try right.expectCountable(over: dataset)
            return .number
        case .quotient:
            throw FormulaProblem(
                code: "formula-syntax", message: "'/' was not expected here", offset: offset,
                suggestion: "division happens once, between numerator and denominator: write them apart")
        case .comparison(let left, let sign, let right):
            let type = try left.type(over: dataset)
            try right.expect(type, over: dataset)
            if type == .text, sign != .equal, sign != .notEqual {
                throw FormulaProblem(
                    code: "type-mismatch", message: "texts can be compared with = and != only", offset: offset,
                    suggestion: "declare the column under 'numbers' if it holds numbers")
            }
            return .truth
        case .oneOf(let inner, _, _):
            try inner.expect(.text, over: dataset)
            guard case .column = inner.node else {
                throw FormulaProblem(
                    code: "type-mismatch", message: "a column is needed before 'in'", offset: inner.offset,
                    suggestion: "write: svar in ('Ja', 'Nej')")
            }
            return .truth
        case .between(let value, let low, let high):
            for part in [value, low, high] { try part.expect(.number, over: dataset) }
            return .truth
        case .isMissing(let inner, _):
            _ = try inner.type(over: dataset)
            return .truth
        case .both(let left, let right), .either(let left, let right):
            try left.expect(.truth, over: dataset)
            try right.expect(.truth, over: dataset)
            return .truth
        case .not(let inner):
            try inner.expect(.truth, over: dataset)
            return .truth
        case .choice(let condition, let then, let otherwise):
            try condition.expect(.truth, over: dataset)
            try then.expectCountable(over: dataset)
            try otherwise.expectCountable(over: dataset)
            return .number
        case .function(_, let parts), .evened(let parts, _, _):
            for part in parts { try part.expect(.number, over: dataset) }
            return .number
        }
    }

    private func expect(_ wanted: FormulaType, over dataset: DatasetDeclaration) throws(FormulaProblem) {
        let found = try type(over: dataset)
        guard found == wanted else {
            throw FormulaProblem(
                code: "type-mismatch", message: "\(wanted.rawValue) is needed here, and this is \(found.rawValue)",
                offset: offset, suggestion: advice(wanted, found))
        }
    }

    /// Numbers, or a condition counted as 1 where it holds and 0 where not.
    private func expectCountable(over dataset: DatasetDeclaration) throws(FormulaProblem) {
        if try type(over: dataset) == .text { try expect(.number, over: dataset) }
    }
}
