import Charts
import Testing

@Suite("Scenes of control charts, funnels, groups and heat tables as text")
struct ReadingSnapshotTests {
    let measure = EvenMeasure()

    @Test func controlWide() throws {
        try expectSnapshot(controlChart(control(), style: .wide, measure: measure), "control-wide")
    }

    @Test func controlNarrow() throws {
        try expectSnapshot(controlChart(control(), style: .narrow, measure: measure), "control-narrow")
    }

    @Test func controlPicture() throws {
        try expectSnapshot(controlChart(changingLimits(), style: .picture, measure: measure), "control-picture")
    }

    @Test func funnelWide() throws {
        try expectSnapshot(funnelChart(funnel(), style: .wide, measure: measure), "funnel-wide")
    }

    @Test func funnelNarrow() throws {
        try expectSnapshot(funnelChart(funnel(), style: .narrow, measure: measure), "funnel-narrow")
    }

    @Test func panelsWide() throws {
        try expectSnapshot(smallMultiples(ages(), style: .wide, measure: measure), "panels-wide")
    }

    @Test func panelsNarrow() throws {
        try expectSnapshot(smallMultiples(ages(), style: .narrow, measure: measure), "panels-narrow")
    }

    @Test func seasonsWide() throws {
        try expectSnapshot(heatTable(seasons(), style: .wide, measure: measure), "seasons-wide")
    }

    @Test func seasonsNarrow() throws {
        try expectSnapshot(heatTable(seasons().turned, style: .narrow, measure: measure), "seasons-narrow")
    }
}
