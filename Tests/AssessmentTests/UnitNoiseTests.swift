import Assessment
import Indicators
import Noise
import Testing
import Vocabulary

/// Units that differ by chance alone, or also truly but all of them alike, are seldom called exceptions.
///
/// The stated rate is one unit in 500 for shares of persons where chance alone makes them differ. Where they truly
/// differ too, the variance between them is that of winsorised scores, 0.678 of a normal one: 2(1 − Φ(3.0902 √0.678)) = 1.1 %.
/// The same is stated where chance is seen from year to year, and a few long absences make small units' figures lean.
/// The bound is the stated rate plus 3.09 standard errors of a count that large.
@Suite("Noise makes no exceptions")
struct UnitNoiseTests {
    private static let trials = 250

    private static func uniform(_ noise: inout FixedNoise) -> Double { Double.random(in: 0..<1, using: &noise) }

    /// The sum of twelve uniform numbers less six: near enough a normal one.
    private static func normal(_ noise: inout FixedNoise) -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + uniform(&noise) }
    }

    /// From 8 to 150 persons, as many small units as large ones.
    private static func size(_ noise: inout FixedNoise) -> Int {
        [8, 11, 16, 22, 31, 44, 62, 88, 125, 150].randomElement(using: &noise)!
    }

    private static func isWithin(_ count: Int, of units: Int, rate: Double) -> Bool {
        Double(count) <= rate * Double(units) + 3.09 * (rate * Double(units)).squareRoot()
    }

    @Test(
        "shares of persons",
        arguments: [(0.5, 0, 0.002), (0.05, 0, 0.002), (0.5, 0.08, 0.011), (0.05, 0.02, 0.011)], [8, 30])
    func persons(_ kind: (share: Double, spread: Double, rate: Double), units: Int) {
        var noise = FixedNoise(UInt64(units) * 977 + UInt64(kind.share * 1000) + UInt64(kind.spread * 100))
        var exceptions = 0, compared = 0
        let organisation = UnitCases.organisation(units)
        for _ in 0..<Self.trials {
            let rows = (0..<units).map { unit -> (SeriesKey, Cell) in
                let size = Self.size(&noise)
                let share = kind.share + kind.spread * Self.normal(&noise)
                let part = (0..<size).filter { _ in Self.uniform(&noise) < share }.count
                return (UnitCases.key(unit), UnitCases.persons(part, of: size))
            }
            let group = UnitCases.groups(rows, of: organisation).first
            guard let comparison = UnitCases.comparison(group) else { continue }
            compared += comparison.units.count
            exceptions += comparison.units.filter { $0.state != .usual }.count
        }
        #expect(compared > Self.trials * units / 2)
        #expect(Self.isWithin(exceptions, of: compared, rate: kind.rate), "\(exceptions) of \(compared)")
    }

    /// Each person is off sick for a share of the year that is mostly nothing and sometimes months, and some are so
    /// more than others in every year; 200 days a person.
    @Test("days of absence", arguments: [0, 0.01], [8, 20])
    func absence(_ spread: Double, units: Int) {
        var noise = FixedNoise(UInt64(units) * 31 + UInt64(spread * 1000))
        var exceptions = 0, compared = 0
        let organisation = UnitCases.organisation(units)
        for _ in 0..<Self.trials {
            var rows: [(SeriesKey, Cell)] = []
            for unit in 0..<units {
                let frail = (0..<Self.size(&noise)).map { _ in Self.exponential(&noise) }
                let extra = spread * Self.normal(&noise)
                for year in 2020...2025 {
                    let days = frail.reduce(0.0) { sum, person in
                        // One person in four has an absence worth the name, of 22 % of the year in the mean.
                        let isLong = Self.uniform(&noise) < 0.25
                        return sum + 200 * min(1, isLong ? 0.22 * person * Self.exponential(&noise) : 0)
                    }
                    let possible = 200 * frail.count
                    let lost = max(0, Int(days + extra * Double(possible)))
                    rows.append((UnitCases.key(unit, year), UnitCases.share(lost, of: possible, persons: frail.count)))
                }
            }
            let group = UnitCases.groups(rows, of: organisation).first
            guard let comparison = UnitCases.comparison(group) else { continue }
            compared += comparison.units.count
            exceptions += comparison.units.filter { $0.state != .usual }.count
        }
        #expect(compared == Self.trials * units)
        #expect(Self.isWithin(exceptions, of: compared, rate: 0.011), "\(exceptions) of \(compared)")
    }

    private static func exponential(_ noise: inout FixedNoise) -> Double {
        // −ln u without Foundation: the series of ln around 1, halved into reach.
        var left = 1 - uniform(&noise), sum = 0.0
        while left < 0.5 {
            left *= 2
            sum += 0.6931471805599453
        }
        let ratio = (left - 1) / (left + 1)
        var power = ratio, series = 0.0
        for odd in stride(from: 1.0, through: 15, by: 2) {
            series += power / odd
            power *= ratio * ratio
        }
        return sum - 2 * series
    }

    /// Changes between two years of nothing but chance: at most one false one in twenty groups.
    @Test func changesOfPersons() {
        var noise = FixedNoise(5)
        var wrong = 0
        let organisation = UnitCases.organisation(12)
        for _ in 0..<Self.trials {
            let rows = (0..<12).flatMap { unit -> [(SeriesKey, Cell)] in
                let size = Self.size(&noise)
                return [2024, 2025].map { year in
                    let part = (0..<size).filter { _ in Self.uniform(&noise) < 0.3 }.count
                    return (UnitCases.key(unit, year), UnitCases.persons(part, of: size))
                }
            }
            let changes = UnitCases.groups(rows, of: organisation).first?.changes ?? []
            if changes.contains(where: \.difference.mayBeCalledOne) { wrong += 1 }
        }
        #expect(Self.isWithin(wrong, of: Self.trials, rate: 0.05), "\(wrong) of \(Self.trials)")
    }
}
