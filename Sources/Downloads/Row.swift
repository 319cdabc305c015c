import Assessment
import Vocabulary

/// A figure as it is handed on: when, where and for whom, and what it is made of. Every file is written from these.
struct Row: Sendable {
    var indicator: String
    var unitOfMeasure: String
    var note: String
    var unit: String
    var unitName: String
    /// Empty for everyone together.
    var breakdown: String
    var category: String
    var point: AssessedPoint

    /// A number of the point, only where the figure is shown.
    private func shown(_ number: Cell) -> Cell { point.state == .shown ? number : .nothing }

    /// The columns in their order. A new one is a line here and a paragraph where the files are described.
    static let columns: [(name: String, cell: @Sendable (Row) -> Cell)] = [
        ("indicator", { .text($0.indicator) }),
        ("period", { .text($0.point.period.key) }),
        ("period_start", { .text($0.point.period.firstDay) }),
        ("period_end", { .text($0.point.period.lastDay) }),
        ("unit", { .text($0.unit) }),
        ("unit_name", { .text($0.unitName) }),
        ("breakdown", { .text($0.breakdown) }),
        ("category", { .text($0.category) }),
        ("value", { $0.shown(Cell($0.point.value)) }),
        ("unit_of_measure", { .text($0.unitOfMeasure) }),
        ("numerator", { $0.shown(Cell($0.point.numerator)) }),
        ("denominator", { $0.shown(Cell($0.point.denominator)) }),
        ("count", { $0.shown(Cell($0.point.count)) }),
        ("low", { $0.shown(Cell($0.point.low)) }),
        ("high", { $0.shown(Cell($0.point.high)) }),
        ("state", { .text($0.point.state.rawValue) }),
        ("provisional", { .flag($0.point.isProvisional) }),
        ("note", { .text($0.note) }),
    ]
}

extension Cell {
    /// An exact sum with the decimals it was declared with.
    fileprivate init(_ sum: Exact?) {
        self = sum.map { .number($0.description) } ?? .nothing
    }
}

/// The word in `breakdown` for what the municipality's own figures are set beside, the same in every language.
private let comparisonWord = "comparison"

/// All figures of an indicator: the root's years, then its months, the units, the breakdowns and what it is set beside.
func rows<E: Publishable>(_ a: Assessed<E>, _ language: Language, _ sampleNotice: String) -> [Row] {
    let indicator = a.description.id
    let unitOfMeasure = a.description.unit.word(language)
    func rows(_ series: AssessedSeries, breakdown: String = "") -> [Row] {
        series.points.map { point in
            Row(
                indicator: indicator, unitOfMeasure: unitOfMeasure, note: sampleNotice, unit: series.unit.code.code,
                unitName: series.unit.name(language), breakdown: breakdown,
                category: breakdown.isEmpty ? "" : series.label(language), point: point)
        }
    }
    var all = rows(a.annual)
    if let detail = a.detail { all += rows(detail) }
    all += a.units.flatMap { rows($0) }
    for breakdown in a.breakdowns {
        let title = breakdown.title(language)
        all += breakdown.series.flatMap { rows($0, breakdown: title.isEmpty ? breakdown.dimension : title) }
    }
    if let comparison = a.comparison {
        all += ([comparison.series] + comparison.others).flatMap { rows($0, breakdown: comparisonWord) }
    }
    return all
}

extension UnitOfMeasure {
    /// `%`, `‰` or the project's own word; empty for a plain number without one.
    func word(_ language: Language) -> String {
        let own = label(language)
        switch kind {
        case .percent: return "%"
        case .perThousand: return own.isEmpty ? "‰" : own
        case .number, .score: return own
        }
    }
}
