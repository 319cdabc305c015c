import Charts
import Vocabulary

func points(
    _ values: [Double?], from first: Int = 2018, provisional: [Int] = [], anew: [Int] = [], name: String? = nil
) -> [LineChartModel.Point] {
    values.enumerated().map { index, value in
        let year = first + index
        return LineChartModel.Point(
            time: Double(year), value: value, period: "\(year)",
            label: (name ?? "\(year)") + ": " + (value.map { "\($0) %" } ?? "vises ikke"),
            gapNote: "Vises ikke", isProvisional: provisional.contains(year), startsAnew: anew.contains(year))
    }
}

/// Sickness absence that falls, but too slowly, beside the country.
func absence() -> LineChartModel {
    var model = LineChartModel(
        own: .init(name: "Roskilde Kommune", points: points([5.3, 5.2, 5.5, 5.9, 6.1, 5.6, 5.2, 4.9])))
    model.comparison = .init(
        name: "Hele landet", points: points([5.6, 5.6, 5.7, 6.0, 6.2, 5.9, 5.7, 5.6], name: "Hele landet"))
    model.goal = .init(
        kind: .reach, time: 2030, value: 4, name: "Måltal 2030", figure: "4,0 %", from: .init(time: 2021, value: 5.9))
    model.outlook = .init(
        years: (1...5).map { step in
            let years = Double(step)
            return .init(
                time: 2025 + years, value: 4.9 - 0.135 * years, low: 4.85 - 0.265 * years, high: 4.95 - 0.005 * years,
                label: "\(2025 + step): fremskrivning")
        }, name: "Fremskrivning", figure: "4,2 %")
    model.latestFigure = "4,9 %"
    model.unit = "Procent af arbejdstiden"
    model.heading = "Sygefravær"
    model.title = "Tallet falder, men ikke hurtigt nok"
    model.summary = "Linjediagram."
    model.lastYear = 2030
    return model
}

/// The same with what can be wrong with a series: gaps, a break, an exceptional period and a provisional figure.
func troubled() -> LineChartModel {
    var model = absence()
    model.own.points = points([5.3, nil, nil, 5.9, 6.1, 5.6, 5.2, 4.9], provisional: [2025], anew: [2023])
    model.bands = [.init(from: 2019.5, to: 2021.5, note: "Særlig periode (corona)")]
    model.breaks = [2022.5]
    model.breakNote = "Databrud"
    model.notice = "Eksempeldata – ikke Roskilde Kommunes tal"
    return model
}

func monthly() -> LineChartModel {
    var model = LineChartModel(
        own: .init(
            name: "Roskilde",
            points: (0..<18).map { month in
                LineChartModel.Point(
                    time: 2025 + Double(month) / 12, value: 5 + Double((month * 7) % 5) / 5, label: "måned \(month)",
                    isProvisional: month > 15)
            }))
    model.axis = .months
    model.marksEveryPoint = false
    model.goal = .init(kind: .maintain, time: 2025 + 17.0 / 12, value: 4, name: "Måltal 2030", figure: "4,0 %")
    model.latestFigure = "5,8 %"
    model.unit = "Procent af arbejdstiden"
    return model
}

func departments() -> UnitChartModel {
    typealias Row = UnitChartModel.Row
    var model = UnitChartModel(rows: [
        Row(name: "Roskilde Kommune", rank: .whole, value: 4.9, low: 4.8, high: 5, figure: "4,9 %", label: "hele"),
        Row(name: "Børn og Unge", rank: .department, value: 4.2, low: 3.95, high: 4.45, figure: "4,2 %", label: "bu"),
        Row(name: "Skolen ved Søen", rank: .unit, value: nil, figure: "Vises ikke (for få personer)", label: "skole"),
        Row(name: "Dagtilbud Nord", rank: .unit, value: 3.9, low: 3.3, high: 4.5, figure: "3,9 %", isProvisional: true),
        Row(name: "Social, Ældre og Sundhed", rank: .department, value: 6.1, figure: "6,1 %"),
        Row(name: "Plejecenter Ådalen", rank: .unit, value: 7.1, low: 6.4, high: 7.8, figure: "7,1 %"),
    ])
    model.goal = [4]
    model.goalText = "Måltal 2030: 4,0 %"
    model.unit = "Procent af arbejdstiden"
    model.notice = "Eksempeldata – ikke Roskilde Kommunes tal"
    return model
}
