import Vocabulary

extension Period {
    /// The first day, as an ISO date.
    var firstDay: String { start.description }

    /// The last day, as an ISO date: 31 July for a school year.
    var lastDay: String { end.description }
}
