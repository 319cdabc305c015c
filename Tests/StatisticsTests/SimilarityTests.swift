import Statistics
import Testing

/// Distances by numpy: columns divided by std(ddof=1) over the complete rows, then numpy.linalg.norm.
@Suite struct Likeness {
    /// Inhabitants and income; e has no income.
    static let places = [
        Likened(code: "a", values: [90_000, 380]), Likened(code: "b", values: [60_000, 370]),
        Likened(code: "c", values: [45_000, 420]), Likened(code: "d", values: [95_000, 330]),
        Likened(code: "e", values: [88_000, nil]),
    ]

    @Test func isDistanceInStandardDeviations() throws {
        let similar = try #require(mostSimilar(to: "a", among: Self.places, count: 2))
        #expect(similar.neighbours.map(\.code) == ["b", "d"])
        #expect(abs(similar.neighbours[0].distance - 1.279995360543) < 1e-9)
        #expect(abs(similar.neighbours[1].distance - 1.368483304082) < 1e-9)
        #expect(similar.leftOut == ["e"] && similar.constantColumns.isEmpty)
    }

    @Test func doesNotDependOnTheUnitOfAColumn() throws {
        let inThousands = Self.places.map { place in
            Likened(code: place.code, values: [place.values[0].map { $0 / 1000 }, place.values[1]])
        }
        let one = try #require(mostSimilar(to: "c", among: Self.places, count: 3))
        let other = try #require(mostSimilar(to: "c", among: inThousands, count: 3))
        #expect(one.neighbours.map(\.code) == other.neighbours.map(\.code))
        #expect(zip(one.neighbours, other.neighbours).allSatisfy { abs($0.distance - $1.distance) < 1e-12 })
    }

    @Test func equalDistancesGoByCode() throws {
        let places = ["z", "m", "b"].map { Likened(code: $0, values: [2]) } + [Likened(code: "a", values: [1])]
        #expect(try #require(mostSimilar(to: "a", among: places, count: 2)).neighbours.map(\.code) == ["b", "m"])
    }

    @Test func aColumnInWhichAllAreAlikeTellsNothing() throws {
        let places = (1...4).map { Likened(code: "\($0)", values: [Double($0), 7]) }
        let similar = try #require(mostSimilar(to: "1", among: places, count: 1))
        #expect(similar.constantColumns == [1] && similar.neighbours.map(\.code) == ["2"])
    }

    @Test func withoutValuesThereIsNone() {
        #expect(mostSimilar(to: "e", among: Self.places, count: 2) == nil)
        #expect(mostSimilar(to: "x", among: Self.places, count: 2) == nil)
        #expect(mostSimilar(to: "a", among: Self.places, count: 0) == nil)
        #expect(mostSimilar(to: "a", among: Array(Self.places.prefix(2)), count: 1) == nil)
        #expect(mostSimilar(to: "a", among: ["a", "b", "c"].map { Likened(code: $0, values: [3]) }, count: 1) == nil)
    }
}
