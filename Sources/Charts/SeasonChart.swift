public import Assessment
import Sentences
public import Vocabulary
public import Wording

/// The months of each year beside those of the others, in shades: years down and months across, on a phone months down.
/// Nil where the published series has no months, quarters or other parts of at least two years.
public func seasonChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    guard let detail = a.detail, var model = HeatTableModel(seasonsOf: detail, a.description, words) else {
        return nil
    }
    model.notice = sampleNotice
    return heatTable(style.isNarrow ? model.turned : model, style: style, measure: measure)
}

extension HeatTableModel {
    /// Nil unless all periods are the same part of a year, and two years or more have figures.
    init?(seasonsOf detail: AssessedSeries, _ description: IndicatorDescription, _ words: ChartWords) {
        let told = detail.points.filter { $0.state != .notApplicable && $0.state != .awaiting }
        guard let grain = told.first?.period.grain, [.month, .quarter, .tertial, .halfYear].contains(grain),
            let months = grain.months, told.allSatisfy({ $0.period.grain == grain })
        else { return nil }
        let shownYears = told.filter { $0.state == .shown }.map(\.period.startYear)
        guard let first = shownYears.min(), let last = shownYears.max(), first < last else { return nil }
        let seasons = 12 / months
        var cells: [[Cell?]] = Array(repeating: Array(repeating: nil, count: seasons), count: last - first + 1)
        for point in told where first...last ~= point.period.startYear {
            let column = (point.period.monthOfYear - 1) / months
            cells[point.period.startYear - first][column] = Cell(point, words, description.exceptional)
        }
        self.init(
            rows: (first...last).map(String.init),
            columns: (0..<seasons).map { words.season($0, grain) }, cells: cells)
        language = words.language
        unit = words.axis(description)
        setClasses(told.filter { $0.state == .shown }.compactMap(\.value), words)
        hiddenName = words.state(told.contains { $0.state == .hidden } ? .hidden : .missing)
        provisionalName = words.phrases("flag.provisional")
        exceptionalName = words.exceptionalNote
        breakName = words.phrases("chart.break")
        heading = description.title(words.language)
        title = words.seasonTitle(grain)
        summary = words.detailSummary(told, unit: unit)
    }

    private mutating func setClasses(_ values: [Double], _ words: ChartWords) {
        var power = 1.0
        for _ in 0..<words.unit.decimals { power *= 10 }
        let shown = values.map { ($0 * power).rounded() / power }
        guard let low = shown.min(), let high = shown.max() else { return }
        borders = classBorders(shown, decimals: words.unit.decimals)
        borderTexts = ([low] + borders + (borders.isEmpty && low == high ? [] : [high])).map(words.label)
    }
}

extension HeatTableModel.Cell {
    fileprivate init(_ point: AssessedPoint, _ words: ChartWords, _ exceptional: [ExceptionalPeriod]) {
        let value = point.state == .shown ? point.value : nil
        self.init(
            value: value, text: value.map { words.unit.bare($0, words.language) } ?? "",
            label: words.hitLabel(point.period.name(words.language), point, exceptional: exceptional),
            isProvisional: point.isProvisional, isExceptional: point.isExceptional, startsAnew: point.followsBreak)
    }
}

extension ChartWords {
    /// What a part of the year is called without its year.
    fileprivate func season(_ place: Int, _ grain: Grain) -> String {
        guard grain != .month else { return phrases("monthShort.\(place + 1)") }
        return phrases("chart.season.column.\(grain.rawValue)", ["number": "\(place + 1)"])
    }

    fileprivate func seasonTitle(_ grain: Grain) -> String {
        switch grain {
        case .month: phrases("chart.season.month")
        case .quarter: phrases("chart.season.quarter")
        default: phrases("chart.season.other")
        }
    }
}
