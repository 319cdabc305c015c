/// One place with what is known of it, to be likened to others.
public struct Likened: Sendable, Hashable {
    /// What it is called; ties go by it.
    public let code: String
    /// One value a column, in the order of the columns; nil where it is not known.
    public let values: [Double?]

    /// A place with its values.
    public init(code: String, values: [Double?]) {
        self.code = code
        self.values = values
    }
}

/// The places most like one of them.
public struct Similarity: Sendable, Hashable {
    /// Another place, with its distance in standard deviations of the columns.
    public struct Neighbour: Sendable, Hashable {
        /// What it is called.
        public let code: String
        /// √Σ (difference ∕ standard deviation)², 0 where all columns are alike.
        public let distance: Double
    }

    /// The nearest first.
    public let neighbours: [Neighbour]
    /// Places left out because a value is not known, in the order they were given.
    public let leftOut: [String]
    /// Columns, by their place, in which all places are alike, and which so tell nothing.
    public let constantColumns: [Int]
}

/// The places nearest to the one called `code`, by the Euclidean distance over columns divided by their standard
/// deviations, so that no column weighs more for the unit it is counted in.
///
/// Source: Kaufman and Rousseeuw (1990), *Finding Groups in Data*, § 1.2.1 (standardised measurements), with the sample
/// standard deviation. It is taken over all places whose values are known, the one itself among them. Equal distances
/// go by code. Nil unless the place is there once with all its values, at least two others have theirs, all have as many
/// values, at least one column varies, and `count` is positive.
public func mostSimilar(to code: String, among places: [Likened], count: Int) -> Similarity? {
    let known = places.compactMap { place -> (code: String, values: [Double])? in
        let values = place.values.compactMap { $0 }.filter(\.isFinite)
        return values.count == place.values.count ? (place.code, values) : nil
    }
    let own = known.filter { $0.code == code }
    guard own.count == 1, count > 0, known.count >= 3, known.allSatisfy({ $0.values.count == own[0].values.count })
    else { return nil }
    let spreads = own[0].values.indices.map { column in standardDeviation(known.map { $0.values[column] }) ?? 0 }
    guard spreads.contains(where: { $0 > 0 }) else { return nil }
    let neighbours = known.filter { $0.code != code }.map { other in
        let squares = spreads.indices.filter { spreads[$0] > 0 }.map { column in
            let difference = (other.values[column] - own[0].values[column]) / spreads[column]
            return difference * difference
        }
        return Similarity.Neighbour(code: other.code, distance: compensatedSum(squares).squareRoot())
    }.sorted { ($0.distance, $0.code) < ($1.distance, $1.code) }
    let isKnown = Set(known.map(\.code))
    return Similarity(
        neighbours: Array(neighbours.prefix(count)), leftOut: places.map(\.code).filter { !isKnown.contains($0) },
        constantColumns: spreads.indices.filter { spreads[$0] == 0 })
}
