public import Vocabulary

/// What a funnel shows, as plain values; `funnelChart` makes one from an assessed indicator.
public struct FunnelChartModel: Hashable, Sendable {
    public struct Unit: Hashable, Sendable {
        public var name: String
        /// What is behind the figure.
        public var size: Double
        public var value: Double
        /// Whether it lies beyond the outer limits of its own size; never guessed from the curves.
        public var isOutside: Bool
        public var label: String

        public init(name: String, size: Double, value: Double, isOutside: Bool, label: String = "") {
            self.name = name
            self.size = size
            self.value = value
            self.isOutside = isOutside
            self.label = label
        }
    }

    /// How far from the common figure chance may take a unit of a size.
    public struct Limit: Hashable, Sendable {
        public var size: Double
        public var low: Double
        public var high: Double

        public init(size: Double, low: Double, high: Double) {
            self.size = size
            self.low = low
            self.high = high
        }
    }

    public var units: [Unit]
    public var common: Double
    /// By size, ascending.
    public var inner: [Limit] = []
    public var outer: [Limit] = []
    /// `Alle: 4,9 %`, at the right end of the common figure's line.
    public var commonText = ""
    /// What the curves are, for the key.
    public var innerText = ""
    public var outerText = ""
    public var outsideText = ""
    /// What the horizontal axis counts.
    public var sizeText = ""
    public var unit = ""
    public var minimumSpan = 2.0
    public var limits = 0.0...100.0
    public var notice = ""
    public var heading = ""
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(units: [Unit], common: Double) {
        self.units = units
        self.common = common
    }
}
