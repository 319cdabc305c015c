import Indicators
import Vocabulary

extension Cell {
    /// The expected figure of a cell that is shown, where the edition may know it.
    ///
    /// An expected figure is Σ (rate of a group at the root × base of the group in the unit). It holds nothing of the
    /// unit's own numerator. It tells two other things (methods/disclosure § 2, P1 and P2):
    ///
    /// - **How many of each group the unit has**, to one who knows the rates: the figure is one equation, the base is
    ///   the second, and the unknowns are whole numbers. A unit with one psychologist is seen to have one. Rounding
    ///   does not hide it in a small unit: between rates of 16 and 6 %, one decimal leaves room for half a hundredth
    ///   of the base. So the public edition has expected figures only where nobody is to be hidden: figures that are
    ///   not about persons, and figures already published. For managers it is no secret who works where; a column
    ///   whose spread over units they may not know must not be declared (Documentation/Indicators.md).
    /// - **The rates of the groups**, to one who knows how many of each group the units have, as managers do. So each
    ///   group with a rate of its own must be large enough to be shown itself: `fewestPersons` of the rule in its base,
    ///   its numerator and its complement. Where one is smaller, no unit has an expected figure in that period, and
    ///   no sum or difference of units gives one back.
    ///
    /// A hidden unit's expected figure is hidden with it and no easier to derive than its numerator: both add up from
    /// units to parents, and the same units beside it are not shown.
    func expected<E: Edition>(in edition: E.Type, _ rule: DisclosureRule) -> Expected? {
        guard let expected, let fewest = expected.fewestPersons, !rule.isAlreadyPublished, E.self != Desk.self else {
            return expected
        }
        return E.self == Managers.self && fewest >= rule.fewestPersons ? expected : nil
    }
}
