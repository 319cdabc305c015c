import Charts
import Vocabulary

/// The hand-made series of the control chart: 60 months from January 2021, around 5.3 and then 4.7, the month before
/// the newest far below, and the newest provisional.
enum Months {
    static let first = 2021
    static let names = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]

    static func value(_ place: Int) -> Double {
        let wobble = [0.1, -0.2, 0.3, 0, -0.3, 0.2, -0.1, 0.4, -0.4, 0.1, 0.2, -0.3][(place * 5) % 12]
        return place == 58 ? 3.6 : (place < 36 ? 5.3 : 4.7) + wobble
    }

    static func point(_ place: Int, value: Double?) -> LineChartModel.Point {
        let name = names[place % 12] + ". \(first + place / 12)"
        return LineChartModel.Point(
            time: Double(first) + Double(place) / 12, value: value, period: name,
            label: name + ": " + (value.map { "\(($0 * 10).rounded() / 10) %, 1.234 personer" } ?? "vises ikke"),
            gapNote: "Vises ikke", isProvisional: place == 59, startsAnew: place == 36)
    }
}

/// Sixty months in two levels with limits that are the same in each, as an XmR chart has them.
func control() -> ControlChartModel {
    var model = ControlChartModel(
        points: (0..<60).map { place in
            let mean = place < 36 ? 5.3 : 4.7
            let meaning: ControlChartModel.Meaning = place == 58 ? .improvement : place == 20 ? .concern : .ordinary
            return .init(
                Months.point(place, value: (30...31).contains(place) ? nil : Months.value(place)), low: mean - 0.8,
                high: mean + 0.8, meaning: meaning)
        })
    let end = 2021 + 59.0 / 12
    model.levels = [
        .init(first: 2021, last: 2021 + 35.0 / 12, mean: 5.3), .init(first: 2024, last: end, mean: 4.7),
    ]
    model.goal = .init(levels: [4], text: "Måltal 2030: 4,0 %")
    model.highText = "Usædvanligt over 5,5 %"
    model.lowText = "Usædvanligt under 3,9 %"
    model.meanText = "Midten: 4,7 %"
    model.latestFigure = "4,4 %"
    model.signalText = "nov. 25: 3,6 %"
    model.meaningNames = [
        .improvement: "Usædvanligt, den rigtige vej", .concern: "Usædvanligt, den forkerte vej",
        .unusual: "Usædvanligt",
    ]
    model.provisionalName = "Foreløbigt tal"
    model.bands = [.init(from: 2021, to: 2021.5, note: "Særlig periode")]
    model.breaks = [2024 - 1.0 / 24]
    model.breakNote = "Databrud"
    model.unit = "Procent af arbejdstiden"
    model.heading = "Sygefravær"
    model.title = "Ændringen frem til november 2025 er større end de sædvanlige udsving og går den rigtige vej."
    model.summary = "Kontroldiagram."
    return model
}

/// Twenty-four months whose limits change with how many persons are behind each, as a p′ chart has them.
func changingLimits() -> ControlChartModel {
    var model = control()
    model.points = (0..<24).map { place in
        let half = 0.6 + Double((place * 7) % 5) / 5
        return .init(
            Months.point(place, value: 5.2 + Double((place * 3) % 7) / 10), low: 5.4 - half, high: 5.4 + half,
            meaning: place == 3 ? .unusual : .ordinary)
    }
    model.levels = [.init(first: 2021, last: 2021 + 23.0 / 12, mean: 5.4)]
    model.goal = nil
    model.breaks = []
    model.limitsNote = "Foreløbige grænser: de bygger på 9 tal"
    model.notice = "Eksempeldata – ikke Roskilde Kommunes tal"
    return model
}

/// Twelve schools around 80 %, one of them far below; limits by the normal distribution, 0.4 × 100 ÷ √size.
func funnel() -> FunnelChartModel {
    let sizes: [Double] = [60, 90, 120, 180, 210, 260, 300, 330, 400, 450, 520, 600]
    let values: [Double] = [86, 74, 80, 83, 79, 78, 68, 81, 82, 80, 79, 81]
    var model = FunnelChartModel(
        units: zip(sizes, values).enumerated().map { place, unit in
            .init(
                name: place == 6 ? "Skolen ved Søen" : "Skole \(place)", size: unit.0, value: unit.1,
                isOutside: place == 6, label: "Skole \(place): \(unit.1) %")
        }, common: 80)
    func limits(_ z: Double) -> [FunnelChartModel.Limit] {
        stride(from: 10.0, through: 620, by: 10).map { size in
            let half = z * 40 / size.squareRoot()
            return .init(size: size, low: max(0, 80 - half), high: min(100, 80 + half))
        }
    }
    model.inner = limits(1.96)
    model.outer = limits(3.09)
    model.commonText = "Alle: 80 %"
    model.innerText = "Her ventes 95 af 100 steder at ligge"
    model.outerText = "Her ventes 998 af 1.000 steder at ligge"
    model.outsideText = "Uden for det, man kan vente"
    model.sizeText = "Antal personer bag tallet"
    model.unit = "Procent af eleverne"
    model.heading = "Elever, der trives"
    model.title = "Skole, 2025: 1 af de 12 steder ligger uden for det, man kan vente."
    model.notice = "Eksempeldata – ikke Roskilde Kommunes tal"
    return model
}

/// Five ages over eight years, one with a gap, beside the whole.
func ages() -> SmallMultiplesModel {
    let names = ["Under 30 år", "30–44 år", "45–59 år", "60 år og derover", "Uoplyst alder og andre"]
    var model = SmallMultiplesModel(
        panels: names.enumerated().map { place, name in
            let values = (0..<8).map { year -> Double? in
                place == 4 && (3...4).contains(year) ? nil : 3.5 + Double(place) * 0.8 + Double((year * 3) % 4) / 5
            }
            return .init(line: .init(name: name, points: points(values, provisional: [2025])), latestFigure: "4,5 %")
        })
    model.context = .init(name: "Hele kommunen", points: points([5.3, 5.2, 5.5, 5.9, 6.1, 5.6, 5.2, 4.9]))
    model.bands = [.init(from: 2019.5, to: 2021.5, note: "Særlig periode")]
    model.unit = "Procent af arbejdstiden"
    return model
}

/// Four years of months from 3.0 %, a tenth more each month of the year and half a point more each year.
func seasons() -> HeatTableModel {
    let cells = (0..<4).map { year in
        (0..<12).map { month -> HeatTableModel.Cell? in
            if year == 3 && month > 9 { return nil }
            let value: Double? = year == 1 && month == 4 ? nil : 3 + Double(month) / 10 + Double(year) / 2
            let text = value.map { "\(($0 * 10).rounded() / 10)".replacing(".", with: ",") } ?? ""
            return .init(
                value: value, text: text, label: Months.names[month] + ". \(2022 + year): " + text,
                isProvisional: year == 3 && month > 7, isExceptional: year == 0 && month < 3,
                startsAnew: year == 2 && month == 0)
        }
    }
    var model = HeatTableModel(rows: (2022...2025).map(String.init), columns: Months.names, cells: cells)
    model.borders = [3.5, 4, 4.5, 5]
    model.borderTexts = ["3,0 %", "3,5 %", "4,0 %", "4,5 %", "5,0 %", "5,4 %"]
    model.hiddenName = "Vises ikke (for få personer)"
    model.provisionalName = "Foreløbigt tal"
    model.exceptionalName = "Særlig periode"
    model.breakName = "Databrud"
    model.unit = "Procent af arbejdstiden"
    model.heading = "Sygefravær"
    model.title = "De samme måneder, år for år"
    model.notice = "Eksempeldata – ikke Roskilde Kommunes tal"
    return model
}
