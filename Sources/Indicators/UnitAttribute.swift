import Vocabulary

/// What units can be told apart by, beside where they stand in the organisation.
enum UnitAttribute: String, CaseIterable {
    case type = "unit.type"
    /// Where they lie: the other hierarchy.
    case area = "unit.area"

    func value(_ unit: UnitDescription) -> String {
        switch self {
        case .type: unit.type
        case .area: unit.area
        }
    }
}
