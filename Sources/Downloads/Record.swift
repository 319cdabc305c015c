import Assessment
import Vocabulary
import Wording

/// What a figure in a file is about.
enum Scope: String {
    case whole, detail, unit, breakdown, comparison, neighbour
}

/// One figure as files give it.
struct Record {
    var scope: Scope
    var period: Period
    var unit: UnitDescription
    var unitName: String
    /// `koen=Kvinder`; empty for everyone together.
    var breakdown: String
    var point: AssessedPoint
}

/// Every figure of an indicator in a fixed order: the whole, inside the year, units, groups, comparison.
func records<E: Publishable>(_ a: Assessed<E>, _ language: Language) -> [Record] {
    func rows(_ series: AssessedSeries, _ scope: Scope, name: String? = nil, breakdown: String = "") -> [Record] {
        series.points.map {
            Record(
                scope: scope, period: $0.period, unit: series.unit,
                unitName: name ?? series.unit.name(language), breakdown: breakdown, point: $0)
        }
    }
    var result = rows(a.annual, .whole)
    if let detail = a.detail { result += rows(detail, .detail) }
    result += a.units.flatMap { rows($0, .unit) }
    for breakdown in a.breakdowns {
        result += breakdown.series.flatMap {
            rows($0, .breakdown, breakdown: breakdown.title(language) + ": " + $0.label(language))
        }
    }
    if let comparison = a.comparison {
        result += rows(comparison.series, .comparison, name: comparison.label(language))
        result += comparison.others.flatMap { rows($0, .neighbour) }
    }
    return result
}

/// The columns of a file, in order.
let columns = [
    "indicator", "period", "period_start", "unit", "unit_name", "breakdown", "value", "unit_of_measure", "numerator",
    "denominator", "count", "low", "high", "state", "provisional", "note",
]

/// The word a file says a figure is counted in.
func unitWord(_ unit: UnitOfMeasure, _ language: Language) -> String {
    switch unit.kind {
    case .percent: "%"
    case .perThousand: unit.label(language).isEmpty ? "‰" : unit.label(language)
    case .number, .score: unit.label(language)
    }
}

/// The first day of a period, ISO 8601.
func firstDay(_ period: Period) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(period.startYear)-\(two(period.monthOfYear))-\(two(max(period.day, 1)))"
}

/// A figure with as many decimals as its pages show, so that files hold the same figures as pages, no more and no fewer.
func decimalText(_ value: Double, decimals: Int) -> String {
    numberText(value, decimals: decimals, .english).filter { $0 != "," }.map { $0 == "\u{2212}" ? "-" : String($0) }
        .joined()
}
