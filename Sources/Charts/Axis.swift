import Vocabulary
import Wording

/// A place on an axis and what it says.
struct Tick: Hashable {
    var value: Double
    var text: String
}

/// The vertical axis: light horizontal rules with their numbers to the left, the unit said once above by the caller.
struct ValueAxis {
    let scale: LinearScale
    let ticks: [Tick]

    init(_ extent: ValueExtent, from bottom: Double, to top: Double, intervals: Int, language: Language) {
        let (domain, step) = extent.domain(intervals: intervals)
        scale = LinearScale(domain: domain, from: bottom, to: top)
        ticks = step.ticks(in: domain).map {
            Tick(value: $0, text: numberText($0, decimals: step.decimals, language))
        }
    }

    /// The rules as one mark, sharp on screens.
    func rules(from left: Double, to right: Double) -> Mark {
        let runs = ticks.map { tick in
            let y = sharp(scale(tick.value))
            return [ScenePoint(left, y), ScenePoint(right, y)]
        }
        return .line(runs: runs, role: .grid, width: 1, style: .solid)
    }

    func texts(right: Double, size: Double) -> [SceneText] {
        ticks.map {
            SceneText($0.text, at: ScenePoint(right, scale($0.value) + size * 0.35), size: size, anchor: .end)
        }
    }
}

/// The horizontal axis of time, in decimal years.
public enum TimeAxis: Hashable, Sendable {
    /// Calendar years, at whole numbers.
    case years
    /// School years, at the year in which they end: 2024 reads `2023/24`.
    case schoolYears
    /// Parts of years: 2024.0 is the beginning of January 2024.
    case months

    /// The ticks that fit, at round steps that meet `anchor`. `room` is the width of a year in points.
    func ticks(
        _ domain: ClosedRange<Double>, anchor: Int, room: Double, size: Double, layout: TextLayout, language: Language
    ) -> [Tick] {
        let half = domain.upperBound - domain.lowerBound <= 2.6 && self == .months
        let widest = layout.width(text(2000, language), size) + 10
        if half, room / 2 > layout.width(monthText(2028.5, language), size) + 10 {
            let first = Int((domain.lowerBound * 2 - 0.01).rounded(.up))
            let last = Int((domain.upperBound * 2 + 0.01).rounded(.down))
            guard first <= last else { return [] }
            return (first...last).map {
                Tick(value: Double($0) / 2, text: monthText(Double($0) / 2, language))
            }
        }
        let step = [1, 2, 5, 10, 20, 50].first { Double($0) * room >= widest } ?? 100
        let first = Int((domain.lowerBound - 0.01).rounded(.up))
        let last = Int((domain.upperBound + 0.01).rounded(.down))
        guard first <= last else { return [] }
        return (first...last).filter { ($0 - anchor) % step == 0 }.map {
            Tick(value: Double($0), text: text($0, language))
        }
    }

    private func text(_ year: Int, _ language: Language) -> String {
        switch self {
        case .years, .months: "\(year)"
        case .schoolYears: Period.schoolYear(beginning: year - 1).shortName(language)
        }
    }

    private func monthText(_ time: Double, _ language: Language) -> String {
        let year = Int((time + 0.01).rounded(.down))
        return Period.month(year, Int(((time - Double(year)) * 12).rounded()) + 1).shortName(language)
    }
}

/// The nearest half point, where a line of one point is sharp.
func sharp(_ place: Double) -> Double { place.rounded(.down) + 0.5 }
