public import Vocabulary

/// A table whose cells are shaded by the size of their figures, from little to much. As plain values.
public struct HeatTableModel: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
        /// Nil where there is no figure to show; then the cell is hatched.
        public var value: Double?
        /// What is written in it, where it fits in every cell.
        public var text: String
        public var label: String
        public var isProvisional: Bool
        public var isExceptional: Bool
        /// The first after a break.
        public var startsAnew: Bool

        public init(
            value: Double?, text: String, label: String = "", isProvisional: Bool = false,
            isExceptional: Bool = false, startsAnew: Bool = false
        ) {
            self.value = value
            self.text = text
            self.label = label
            self.isProvisional = isProvisional
            self.isExceptional = isExceptional
            self.startsAnew = startsAnew
        }
    }

    public var rows: [String]
    public var columns: [String]
    /// A row for each of `rows`, with a place for each of `columns`; nil where there is nothing, not even the lack of a
    /// figure.
    public var cells: [[Cell?]]
    /// Between the classes, ascending; a figure on a border belongs to the class above it. At most four.
    public var borders: [Double] = []
    /// The lowest figure, the borders and the highest figure as they are written in the legend.
    public var borderTexts: [String] = []
    /// What hatching, an open circle, a dashed frame and a bar mean.
    public var hiddenName = ""
    public var provisionalName = ""
    public var exceptionalName = ""
    public var breakName = ""
    public var unit = ""
    public var notice = ""
    public var heading = ""
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(rows: [String], columns: [String], cells: [[Cell?]]) {
        self.rows = rows
        self.columns = columns
        self.cells = cells
    }

    /// Rows as columns and columns as rows.
    public var turned: HeatTableModel {
        var turned = self
        turned.rows = columns
        turned.columns = rows
        turned.cells = columns.indices.map { column in
            cells.map { column < $0.count ? $0[column] : nil }
        }
        return turned
    }

    /// The shade of a figure; the classes reach from the palest to the strongest however few they are.
    func role(of value: Double) -> Role { Self.role(class: borders.count { $0 <= value }, of: borders.count + 1) }

    static func role(class place: Int, of classes: Int) -> Role {
        guard classes > 1 else { return .step2 }
        let step = (Double(place) * Double(Role.steps.count - 1) / Double(classes - 1)).rounded()
        return Role.steps[min(Int(step), Role.steps.count - 1)]
    }
}
