public import Vocabulary
public import Wording

extension Awaiting {
    /// Whether the day the data were expected has passed.
    /// - Parameter today: the day of the build, an ISO date.
    public func isLate(on today: String) -> Bool { !today.isEmpty && expected < today }
}

/// Who is to deliver the data and when, and why they are not there yet.
/// - Parameter today: the day of the build, an ISO date.
public func awaitingSentence(_ awaiting: Awaiting, today: String, _ p: Phrases) -> String {
    let key = awaiting.isLate(on: today) ? "awaiting.late" : "awaiting.expected"
    let when = p(key, ["owner": awaiting.owner(p.language), "date": dateText(awaiting.expected, p.language)])
    let why = awaiting.why(p.language)
    return why.isEmpty ? when : when + " " + why.withFullStop
}

/// The same where there is little room: `ventes 15. januar 2027`.
public func awaitingShort(_ awaiting: Awaiting, today: String, _ p: Phrases) -> String {
    let key = awaiting.isLate(on: today) ? "awaiting.row.late" : "awaiting.row"
    return p(key, ["date": dateText(awaiting.expected, p.language)])
}
