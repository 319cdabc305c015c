public import Catalogue
import Vocabulary

extension Formula {
    /// The value of a formula over other indicators' figures; nil where it divides by zero, or holds what only rows have.
    public func value(_ names: [String: Double]) -> Double? {
        switch node {
        case .number(let exact): return exact.double
        case .column(let name): return names[name]
        case .negated(let inner): return inner.value(names).map { -$0 }
        case .quotient(let left, let right):
            guard let top = left.value(names), let bottom = right.value(names), bottom != 0 else { return nil }
            return top / bottom
        case .arithmetic(let left, let sign, let right):
            guard let a = left.value(names), let b = right.value(names) else { return nil }
            switch sign {
            case .plus: return a + b
            case .minus: return a - b
            case .times: return a * b
            }
        case .function(let function, let parts):
            let values = parts.map { $0.value(names) }
            let known = values.compactMap { $0 }
            switch function {
            case .answered: return Double(known.count)
            case .total: return known.isEmpty ? nil : known.reduce(0, +)
            case .abs, .least, .greatest:
                guard known.count == values.count else { return nil }
                return function == .abs ? abs(known[0]) : function == .least ? known.min() : known.max()
            }
        default: return nil
        }
    }
}
