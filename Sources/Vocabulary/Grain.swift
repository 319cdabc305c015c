/// How long a period is and what it is called.
public enum Grain: String, Sendable, CaseIterable, Hashable {
    case day
    /// Monday to Sunday, by ISO 8601.
    case week
    case month, quarter, tertial, halfYear, year, schoolYear
    /// Several whole calendar years read as one figure, `2014-2016`.
    case window
    /// Several school years read as one figure, `2022/23-2024/25`.
    case schoolWindow

    /// Length in months; 0 for a day or a week, which months do not count, nil for windows, whose length varies.
    public var months: Int? {
        switch self {
        case .day, .week: 0
        case .month: 1
        case .quarter: 3
        case .tertial: 4
        case .halfYear: 6
        case .year, .schoolYear: 12
        case .window, .schoolWindow: nil
        }
    }

    /// Whether a source that publishes one such period after the other counts the same days several times: windows of
    /// three years move on by one, `2014-2016`, `2015-2017`. Their figures are not independent and are never added up.
    public var overlapsNeighbours: Bool {
        switch self {
        case .window, .schoolWindow: true
        case .day, .week, .month, .quarter, .tertial, .halfYear, .year, .schoolYear: false
        }
    }
}
