public import Catalogue
public import Vocabulary

/// What is asked of one dataset for one indicator: which rows, what to add up, and by what.
public struct QueryPlan: Sendable, Hashable {
    public var indicator: String
    public var dataset: String
    public var filter: Formula?
    public var numerator: Formula
    public var denominator: Formula?
    /// Counts persons; nil where the denominator does, or nothing.
    public var persons: Formula?
    /// Counts those of the persons who are in the numerator.
    public var counted: Formula?
    /// A number, or a category, of which every value is kept with how often it occurs: for medians and counts of
    /// different values, which cannot be made from those of the parts.
    public var tallied: Formula?
    /// Products of row values that are added up too: for answers the squares that intervals need.
    public var moments: [Formula] = []
    /// Each grouping is a list of category columns, beside period and unit; the first is empty.
    public var groupings: [[String]]
    /// Category columns with the value that stands for everyone together. A grouping without the column reads only
    /// those rows, one with it only the others, so that totals are never counted twice.
    public var totals: [String: String]
    /// Category columns with the one that each divides: a grouping by the first reads the rows of all its groups, and
    /// is not held to the total of the second.
    public var nesting: [String: String] = [:]

    public init(
        indicator: String, dataset: String, filter: Formula?, numerator: Formula, denominator: Formula?,
        persons: Formula?, counted: Formula? = nil, tallied: Formula? = nil, groupings: [[String]],
        totals: [String: String]
    ) {
        self.indicator = indicator
        self.dataset = dataset
        self.filter = filter
        self.numerator = numerator
        self.denominator = denominator
        self.persons = persons
        self.counted = counted
        self.tallied = tallied
        self.groupings = groupings
        self.totals = totals
    }

    /// The totals that a grouping is held to, or, where it is by the column itself, kept off.
    public func totals(of grouping: [String]) -> [String: String] {
        var free: Set<String> = []
        for column in grouping {
            var next = nesting[column]
            while let outer = next, free.insert(outer).inserted { next = nesting[outer] }
        }
        return totals.filter { !free.contains($0.key) }
    }

    /// Every column it reads.
    public var columns: Set<String> {
        ([filter, numerator, denominator, persons, counted, tallied].compactMap { $0 } + moments).map(\.columns).reduce(into: Set(totals.keys)) {
            $0.formUnion($1)
        }.union(groupings.joined())
    }
}

extension IndicatorDefinition {
    /// The plan that gives this indicator's sums.
    public func plan(over dataset: DatasetDeclaration) -> QueryPlan {
        var persons: Formula?, counted: Formula?
        if case .formula(let base, let inNumerator) = self.persons { (persons, counted) = (base, inNumerator) }
        // A column the filter chooses from is not also held to its total.
        let chosen = filter?.columns ?? []
        var plan = QueryPlan(
            indicator: description.id, dataset: self.dataset, filter: filter, numerator: numerator,
            denominator: denominator, persons: persons, counted: counted, tallied: tallied,
            groupings: [[]] + groupedBy.map { [$0] } + (description.pyramid.map { [$0.dimensions] } ?? []),
            totals: dataset.totals.filter { !chosen.contains($0.key) })
        plan.moments = answerMoments
        plan.nesting = dataset.nesting
        return plan
    }

    /// The plan for a denominator that stands in another dataset; nil where it does not.
    public func otherPlan(over dataset: DatasetDeclaration) -> QueryPlan? {
        guard let other = otherDenominator else { return nil }
        let chosen = other.filter?.columns ?? []
        return QueryPlan(
            indicator: description.id, dataset: other.dataset, filter: other.filter, numerator: other.value,
            denominator: nil, persons: nil, groupings: [[]] + breakdowns.filter { UnitAttribute(rawValue: $0) == nil }.map { [$0] },
            totals: dataset.totals.filter { !chosen.contains($0.key) })
    }
}

/// Exact sums of one period, unit and category.
public struct QueryCell: Sendable {
    public var key: SeriesKey
    public var numerator: Exact
    public var denominator: Exact
    public var persons: Exact
    public var counted: Exact
    /// Rows added up.
    public var rows: Int
    /// Rows left out because a value they need is not there, by the state the source gave.
    public var missing: Int
    public var notApplicable: Int
    public var confidential: Int
    /// Every value of what is tallied, ascending, with how often it occurs; empty where nothing is.
    public var tally: [Tallied]
    /// Sums of the plan's moments; empty where it has none.
    public var moments: [Exact] = []

    public init(
        key: SeriesKey, numerator: Exact, denominator: Exact, persons: Exact, counted: Exact = .zero, rows: Int, missing: Int,
        notApplicable: Int, confidential: Int, tally: [Tallied] = []
    ) {
        self.key = key
        self.numerator = numerator
        self.denominator = denominator
        self.persons = persons
        self.counted = counted
        self.rows = rows
        self.missing = missing
        self.notApplicable = notApplicable
        self.confidential = confidential
        self.tally = tally
    }
}

/// The answer to one plan.
public struct QueryResult: Sendable {
    public var cells: [QueryCell]
    /// Periods and units that have rows of which none counts: there is nothing to add up, and nothing lacks.
    public var uncounted: [SeriesKey]
    /// What was asked of the engine, for `explain`.
    public var text: String

    public init(cells: [QueryCell], uncounted: [SeriesKey] = [], text: String) {
        self.cells = cells
        self.uncounted = uncounted
        self.text = text
    }
}

/// Adds up datasets. Small on purpose: a batch of plans in, tables of exact sums and counts out, so that another
/// engine (a cluster's SQL) can stand in.
public protocol QueryEngine {
    /// Hands over a table for each plan and grouping, one at a time, plan by plan, so that no more than one need be kept.
    /// - Parameter take: the plan's place in `plans`, and a table of its sums.
    /// - Returns: what was asked of the engine for each plan, for `explain`.
    func run(_ plans: [QueryPlan], _ take: (Int, SumTable) throws -> Void) throws -> [String]
}

extension QueryEngine {
    /// One result a plan, in the order of the plans.
    public func run(_ plans: [QueryPlan]) throws -> [QueryResult] {
        var results = plans.map { _ in QueryResult(cells: [], text: "") }
        let texts = try run(plans) { plan, table in
            results[plan].cells += table.cells
            if table.keys.columns.isEmpty { results[plan].uncounted += table.uncounted }
        }
        for (plan, text) in texts.enumerated() { results[plan].text = text }
        return results
    }
}
