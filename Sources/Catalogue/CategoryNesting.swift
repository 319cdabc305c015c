import Findings

extension DatasetDeclaration {
    /// The category that each divides, of those that divide one: `kommune` → `fylke`.
    public var nesting: [String: String] {
        Dictionary(uniqueKeysWithValues: columns.compactMap { column in column.within.map { (column.name, $0) } })
    }

    /// A category lies within another that has a total, and never within itself by way of others. Groups within groups
    /// tell of each other what disclosure control would hide, so only published figures may be declared so.
    func nestingFindings() -> [Finding] {
        let nesting = nesting, outer = totals.keys.sorted()
        return columns.compactMap { column -> Finding? in
            guard let within = column.within else { return nil }
            guard outer.contains(within) else {
                return Finding(
                    .error, "unknown-column",
                    "'\(within)', which '\(column.name)' is to lie within, is no category with a 'total'", at: column.place,
                    suggestion: didYouMean(within, among: outer)
                        ?? "name a category of dataset '\(name)' that has a 'total'")
            }
            var seen: Set<String> = [], next: String? = column.name
            while let category = next, seen.insert(category).inserted { next = nesting[category] }
            guard next == nil else {
                return Finding(
                    .error, "nested-categories", "'\(column.name)' lies within itself", at: column.place,
                    suggestion: "let the widest category lie within none")
            }
            guard isAlreadyPublished else {
                return Finding(
                    .error, "nested-categories",
                    "'\(column.name)' lies within '\(within)', and the figures are not published", at: column.place,
                    suggestion: "groups within groups tell of each other: leave 'within' out, or say 'alreadyPublished'")
            }
            return nil
        }
    }
}
