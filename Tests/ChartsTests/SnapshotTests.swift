import Charts
import Testing
import Vocabulary

@Suite("Scenes as text")
struct SnapshotTests {
    let measure = EvenMeasure()

    @Test func lineWide() throws {
        try expectSnapshot(lineChart(absence(), style: .wide, measure: measure), "line-wide")
    }

    @Test func lineNarrow() throws {
        try expectSnapshot(lineChart(absence(), style: .narrow, measure: measure), "line-narrow")
    }

    @Test func troubledWide() throws {
        try expectSnapshot(lineChart(troubled(), style: .wide, measure: measure), "troubled-wide")
    }

    @Test func troubledPicture() throws {
        try expectSnapshot(lineChart(troubled(), style: .picture, measure: measure), "troubled-picture")
    }

    @Test func schoolYears() throws {
        var model = absence()
        model.axis = .schoolYears
        try expectSnapshot(lineChart(model, style: .wide, measure: measure), "school-years")
    }

    @Test func bandToStayWithin() throws {
        var model = absence()
        model.outlook = nil
        model.goal = .init(kind: .within, time: 2030, value: 4, upper: 5, name: "Måltal 2030", figure: "4–5,0 %")
        try expectSnapshot(lineChart(model, style: .wide, measure: measure), "within-band")
    }

    @Test func months() throws { try expectSnapshot(lineChart(monthly(), style: .wide, measure: measure), "months") }

    @Test func unitsWide() throws {
        try expectSnapshot(unitChart(departments(), style: .wide, measure: measure), "units-wide")
    }

    @Test func unitsNarrow() throws {
        try expectSnapshot(unitChart(departments(), style: .narrow, measure: measure), "units-narrow")
    }

    @Test func spark() throws {
        var model = SparklineModel(points: points([5.3, nil, 5.5, 5.9, 5.6, 4.9], anew: [2022]))
        model.goal = [4]
        try expectSnapshot(sparkline(model), "sparkline")
    }
}
