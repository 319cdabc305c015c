import Assessment
import Vocabulary

/// A figure as it is handed on: when, where and for whom, and what it is made of. Every file is written from these.
struct Row: Sendable {
    var indicator: String
    var unitOfMeasure: String
    var note: String
    var unit: UnitDescription
    var unitName: String
    /// What everyone is divided by, the same in every language; empty for everyone together.
    var dimension: String
    /// The same as it is called; empty for everyone together.
    var breakdown: String
    /// The group, the same in every language; empty for everyone together.
    var categoryCode: String
    /// The same as it is called.
    var category: String
    var point: AssessedPoint

    /// What no two rows of an indicator have in common.
    fileprivate struct Key: Hashable {
        var period: Period
        var unit: UnitCode
        var dimension: String
        var categoryCode: String
    }

    fileprivate var key: Key {
        Key(period: point.period, unit: unit.code, dimension: dimension, categoryCode: categoryCode)
    }

    /// Whether it is there to be set beside the municipality's own: `category` is then the name of what it is.
    var isBesideOthers: Bool { dimension == comparisonWord || dimension == peersWord }

    /// A number of the point, only where the figure is shown.
    private func shown(_ number: Cell) -> Cell { point.state == .shown ? number : .nothing }

    /// The columns in their order. A new one is a line here, its words (`data.column.…`), and a line where the files are
    /// described, Documentation/OpenData.md.
    static let columns: [Column<Row>] = [
        Column("indicator", isRequired: true) { .text($0.indicator) },
        Column("period", isRequired: true) { .text($0.point.period.key) },
        Column("period_start", .date, isRequired: true) { .text($0.point.period.firstDay) },
        Column("period_end", .date, isRequired: true) { .text($0.point.period.lastDay) },
        Column("unit") { .text($0.unit.code.code) },
        Column("unit_name", isRequired: true) { .text($0.unitName) },
        Column("breakdown") { .text($0.breakdown) },
        Column("category") { .text($0.category) },
        Column("value", .number) { $0.shown(Cell($0.point.value)) },
        Column("unit_of_measure") { .text($0.unitOfMeasure) },
        Column("numerator", .number) { $0.shown(Cell($0.point.numerator)) },
        Column("denominator", .number) { $0.shown(Cell($0.point.denominator)) },
        Column("count", .whole) { $0.shown(Cell($0.point.count)) },
        Column("low", .number) { $0.shown(Cell($0.point.low)) },
        Column("high", .number) { $0.shown(Cell($0.point.high)) },
        Column("state", .choice(FigureState.allCases.map(\.rawValue)), isRequired: true) {
            .text($0.point.state.rawValue)
        },
        Column("status", .pattern(Status.pattern)) { .text(Status.letters($0.point)) },
        Column("provisional", .flag, isRequired: true) { .flag($0.point.isProvisional) },
        Column("note") { .text($0.note) },
    ]

    /// The columns that together name a row.
    static let key = ["indicator", "period", "unit", "breakdown", "category"]
}

extension Cell {
    /// An exact sum with the decimals it was declared with.
    fileprivate init(_ sum: Exact?) {
        self = sum.map { .number($0.description) } ?? .nothing
    }
}

/// The words in `breakdown` for what the municipality's own figures are set beside, and for units most like it: the same
/// in every language.
let comparisonWord = "comparison"
let peersWord = "peers"

/// All figures of an indicator: the root's years, then its months, the units, the breakdowns, the answers, the crossed
/// breakdowns of a pyramid, what it is set beside and the units most like it. Each figure once.
func rows<E: Publishable>(_ a: Assessed<E>, _ language: Language, _ sampleNotice: String) -> [Row] {
    let indicator = a.description.id
    let unitOfMeasure = a.description.unit.word(language)
    func row(
        _ point: AssessedPoint, of unit: UnitDescription, dimension: String, breakdown: String, category: String,
        code: String
    ) -> Row {
        let name = unit.name(language)
        return Row(
            indicator: indicator, unitOfMeasure: unitOfMeasure, note: sampleNotice, unit: unit,
            unitName: name.isEmpty ? unit.code.code : name, dimension: dimension, breakdown: breakdown,
            categoryCode: code, category: category, point: point)
    }
    func rows(_ series: AssessedSeries, word: String = "") -> [Row] {
        let category = word.isEmpty ? "" : series.label(language)
        return series.points.map {
            row($0, of: series.unit, dimension: word, breakdown: word, category: category, code: category)
        }
    }
    var all = rows(a.annual)
    if let detail = a.detail { all += rows(detail) }
    all += a.units.flatMap { rows($0) }
    for group in a.groups {
        all += group.points.map { point in
            row(
                point, of: group.unit, dimension: group.dimension, breakdown: group.breakdown(language),
                category: group.name(language), code: group.code)
        }
    }
    if let comparison = a.comparison {
        all += ([comparison.series] + comparison.others).flatMap { rows($0, word: comparisonWord) }
    }
    all += a.peers.flatMap { rows($0.series, word: peersWord) }
    var seen: Set<Row.Key> = []
    return all.filter { seen.insert($0.key).inserted }
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
