public import Vocabulary

/// Figures in their places, as plain values.
public struct MapModel: Hashable, Sendable {
    /// Whether a place has a figure.
    public enum Standing: Hashable, Sendable { case shown, hidden, missing }

    public struct Place: Hashable, Sendable {
        public var name: String
        /// Closed; a ring inside another is a hole.
        public var rings: [[GeographicPoint]]
        /// Which class the figure is in, from 0; nil unless it is shown.
        public var category: Int?
        public var standing: Standing
        /// What is written in the place where it finds room.
        public var figure: String
        /// Told when pointed at.
        public var label: String

        public init(
            name: String, rings: [[GeographicPoint]], category: Int? = nil, standing: Standing = .shown,
            figure: String = "", label: String = ""
        ) {
            self.name = name
            self.rings = rings
            self.category = category
            self.standing = standing
            self.figure = figure
            self.label = label
        }
    }

    public var places: [Place]
    /// What the figures of each class are, from the lowest: `60 til under 65`.
    public var classes: [String]
    /// What a hatched place and a white one mean.
    public var hiddenText = ""
    public var missingText = ""
    /// Lines under the legend: how the classes are made, and where the borders are from.
    public var notes: [String] = []
    public var unit = ""
    public var notice = ""
    /// The indicator's name.
    public var heading = ""
    /// What the chart shows, in a sentence.
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(places: [Place], classes: [String]) {
        self.places = places
        self.classes = classes
    }
}

/// Borders between classes with equally many figures each, as nearly as can be, at the roundest numbers that part them so.
///
/// Five classes from 15 figures on, four from 8, three below; fewer where so many figures are equal that they cannot be
/// parted. Equal counts use every shade, and a border lies where a reader can keep it in mind.
///
/// - Parameters:
///   - values: as they are shown, rounded to `decimals`.
/// - Returns: ascending; a figure on a border belongs to the class above it.
public func classBorders(_ values: [Double], decimals: Int) -> [Double] {
    let sorted = values.sorted(), count = sorted.count
    guard count > 1 else { return [] }
    let classes = count >= 15 ? 5 : count >= 8 ? 4 : 3
    var borders: [Double] = []
    for place in 1..<classes {
        let wanted = Double(count * place) / Double(classes)
        // The gap between two different figures that lies nearest.
        let gaps = (1..<count).filter { sorted[$0 - 1] < sorted[$0] }
        guard let gap = gaps.min(by: { (Double($0) - wanted).magnitude < (Double($1) - wanted).magnitude }) else {
            return []
        }
        let border = roundest(above: sorted[gap - 1], upTo: sorted[gap], decimals: decimals)
        if borders.last.map({ $0 < border }) ?? true { borders.append(border) }
    }
    return borders
}

/// The multiple of the largest step of 1, 2 or 5 times a power of ten in `low < x ≤ high`; `high` itself where no step down
/// to the last decimal has one.
private func roundest(above low: Double, upTo high: Double, decimals: Int) -> Double {
    // Far less than the last decimal: what arithmetic leaves.
    let dust = RoundStep(mantissa: 1, exponent: -decimals).value / 1000
    for exponent in stride(from: 12, through: -decimals, by: -1) {
        for mantissa in [5, 2, 1] {
            let step = RoundStep(mantissa: mantissa, exponent: exponent)
            let count = ((high + dust) / step.value).rounded(.down)
            guard count.magnitude < 1e15 else { continue }
            let found = step.multiple(Int(count))
            if found > low + dust { return found }
        }
    }
    return high
}

extension RoundStep {
    fileprivate init(mantissa: Int, exponent: Int) {
        self.init(span: 1, intervals: 1)
        self.mantissa = mantissa
        self.exponent = exponent
    }
}
