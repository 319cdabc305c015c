import Statistics
public import Vocabulary

/// Fewer units than this say little about what is usual for their kind.
private let fewestAlike = 3

extension Assessed {
    /// The median of the shown figures of the other units of the same type and level in a period, and how many they
    /// are; nil where they are fewer than three or the unit has no type.
    public func alike(_ unit: UnitDescription, in period: Period) -> (median: Double, count: Int)? {
        guard !unit.type.isEmpty else { return nil }
        let all = units + unitDetails
        let values = all.filter {
            $0.unit.type == unit.type && $0.unit.level == unit.level && $0.unit.code != unit.code
        }.compactMap { series in series.points.first { $0.period == period }?.value }
        guard values.count >= fewestAlike, let middle = median(values) else { return nil }
        return (middle, values.count)
    }

    /// Whether a unit's newest figure lies outside what is expected of a unit of its kind; nil where it is not compared.
    public func standing(of unit: UnitCode) -> (state: UnitState, period: Period)? {
        for group in unitGroups {
            guard case .compared(let comparison) = group.reading,
                let one = comparison.units.first(where: { $0.unit.code == unit })
            else { continue }
            return (one.state, group.period)
        }
        return nil
    }

    /// The change of a unit's newest figure from the one before it; nil where chance's part in it is not known.
    public func change(of unit: UnitCode) -> UnitChange? {
        unitGroups.lazy.flatMap(\.changes).first { $0.unit.code == unit }
    }
}
