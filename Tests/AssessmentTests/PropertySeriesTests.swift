import Assessment
import Noise
import Statistics
import Testing
import Vocabulary

/// What must not matter, on 1,000 random series each; and what must follow when figures are scaled.
@Suite("Random series: when and in what unit does not matter")
struct PropertySeriesTests {
    static let cases = 1000

    /// What an outcome says in words, and its numbers; periods as years before `newest`.
    struct Reading {
        var words: [String]
        /// Changes and distances, which scale.
        var changes: [Double?]
        /// Levels, which scale and move.
        var levels: [Double?]

        init(_ outcome: Outcome, asOf: String) {
            let year = Int(asOf.prefix(4))!
            func told(_ period: Period?) -> String { period?.later(by: -year + 2026).key ?? "-" }
            words = [
                outcome.verdict.rawValue, outcome.chance?.rawValue ?? "-", outcome.position?.rawValue ?? "-",
                "\(outcome.movingAway)", "\(outcome.usablePoints)", "\(outcome.window?.points ?? 0)",
                told(outcome.window?.first), told(outcome.window?.last), told(outcome.latest?.period),
                told(outcome.baseline?.period), told(outcome.turn?.period),
                "\(outcome.projection.map { $0.year - year } ?? 0)",
                "\(outcome.projection?.path.map { $0.year - year } ?? [])",
            ]
            changes = [outcome.distance, outcome.pace.actual, outcome.pace.needed, outcome.pace.lastThreeYears]
            let projection = outcome.projection
            levels = [outcome.latest, outcome.baseline, outcome.turn].flatMap { [$0?.value, $0?.low, $0?.high] }
            levels += [projection?.value, projection?.low80, projection?.high80, projection?.low95, projection?.high95]
            levels += projection?.path.flatMap { [$0.value, $0.low80, $0.high80] } ?? []
        }

        /// Whether `other` says the same of figures times `factor`, plus `more`.
        func agrees(with other: Reading, factor: Double = 1, plus more: Double = 0) -> Bool {
            let tolerance = 1e-9 * (abs(factor) * 100 + abs(more))
            func agree(_ left: [Double?], _ right: [Double?], _ more: Double) -> Bool {
                left.count == right.count
                    && zip(left, right).allSatisfy { left, right in
                        guard let left, let right else { return left == nil && right == nil }
                        return abs(factor * left + more - right) <= tolerance
                    }
            }
            return words == other.words && agree(changes, other.changes, 0) && agree(levels, other.levels, more)
        }
    }

    private func each(_ seed: UInt64, _ body: (RandomSeries, Reading, inout FixedNoise) -> Bool) -> Set<Verdict> {
        var noise = FixedNoise(seed), seen: Set<Verdict> = []
        for number in 0..<Self.cases {
            let series = RandomSeries.draw(&noise), outcome = series.outcome
            seen.insert(outcome.verdict)
            let holds = body(series, Reading(outcome, asOf: series.asOf), &noise)
            #expect(
                holds, "series \(number): \(series.points.map { ($0.figure.period.key, $0.figure.value) }) \(outcome)")
        }
        return seen
    }

    @Test("the same series years later is read the same")
    func later() {
        let seen = each(11) { series, reading, noise in
            let moved = series.later(by: Int.random(in: -60...60, using: &noise))
            return reading.agrees(with: Reading(moved.outcome, asOf: moved.asOf))
        }
        #expect(seen.count >= 12, "\(seen)")
    }

    @Test("in another unit the verdict is the same, and paces, distances and projections are in that unit")
    func scaled() {
        let seen = each(12) { series, reading, noise in
            let factor = [0.01, 0.1, 10, 1000, 0.3 + noise.uniform()].randomElement(using: &noise)!
            let more = noise.chance(0.5) ? 0 : 20 * noise.normal() * factor
            let scaled = series.scaled(by: factor, plus: more)
            return reading.agrees(with: Reading(scaled.outcome, asOf: scaled.asOf), factor: factor, plus: more)
        }
        #expect(seen.count >= 12, "\(seen)")
    }

    @Test("a figure told the other way round has the same verdict")
    func mirrored() {
        let seen = each(13) { series, reading, _ in
            let mirrored = series.mirrored()
            var other = Reading(mirrored.outcome, asOf: mirrored.asOf).levels
            // What was the lower limit is the upper one.
            var place = 0
            func swap(_ width: Int) {
                other.swapAt(place + width - 2, place + width - 1)
                place += width
            }
            for _ in 0..<4 { swap(3) }
            swap(2)
            while place < other.count { swap(3) }
            var turned = Reading(mirrored.outcome, asOf: mirrored.asOf)
            turned.levels = other
            return reading.agrees(with: turned, factor: -1)
        }
        #expect(seen.count >= 12, "\(seen)")
    }

    @Test("points may come in any order")
    func order() {
        let seen = each(14) { series, _, noise in
            var shuffled = series
            shuffled.points.shuffle(using: &noise)
            return shuffled.outcome == series.outcome
        }
        #expect(seen.count >= 12, "\(seen)")
    }
}
