import Charts
import Testing

@Suite("Scenes of parts, slopes and maps as text")
struct PartSnapshotTests {
    let measure = EvenMeasure()

    @Test func distributionWide() throws {
        try expectSnapshot(stackedBarChart(answers(), style: .wide, measure: measure), "distribution-wide")
    }

    @Test func distributionPicture() throws {
        try expectSnapshot(stackedBarChart(answers(), style: .picture, measure: measure), "distribution-picture")
    }

    @Test func sharesNarrow() throws {
        try expectSnapshot(stackedBarChart(kinds(), style: .narrow, measure: measure), "shares-narrow")
    }

    @Test func pyramidWide() throws {
        try expectSnapshot(pyramidChart(pyramid(), style: .wide, measure: measure), "pyramid-wide")
    }

    @Test func slopeWide() throws {
        try expectSnapshot(slopeChart(slope(), style: .wide, measure: measure), "slope-wide")
    }

    @Test func slopeNarrow() throws {
        try expectSnapshot(slopeChart(slope(), style: .narrow, measure: measure), "slope-narrow")
    }

    @Test func mapWide() throws {
        try expectSnapshot(mapChart(squares(), style: .wide, measure: measure), "map-wide")
    }

    @Test func mapNarrow() throws {
        try expectSnapshot(mapChart(squares(), style: .narrow, measure: measure), "map-narrow")
    }
}
