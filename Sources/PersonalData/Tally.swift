/// What the numbers of a column look like, digit count by digit count: how many there are, and how many of those could
/// be a civil registration number. Which days of the month occurred is a set of at most 31 bits, no person's.
@usableFromInline
struct NumberTally: Sendable {
    var nine = 0, ten = 0, eleven = 0
    /// Ten digits with a real date; of those, with modulus 11; nine digits (a leading zero lost) likewise.
    var danishDated = Sight(), danishChecked = Sight()
    var nineDated = Sight(), nineChecked = Sight()
    /// `ddmmyy-xxxx` with a real date.
    var danishHyphenated = Sight()
    /// Eleven digits with a real date; of those, with both control digits; with the rule of 2032.
    var norwegianDated = Sight(), norwegianChecked = Sight(), norwegianRelaxed = Sight()
    /// Ten digits that with a zero before them have a date and both control digits.
    var norwegianShort = Sight()
    private var days: UInt32 = 0

    @usableFromInline init() {}

    mutating func seeNine(_ digits: Digits, _ line: Int, _ count: Int) {
        nine &+= 1
        guard DanishCivilNumber.day(digits) != nil else { return }
        nineDated.note(line, count)
        if DanishCivilNumber.isChecked(digits) { nineChecked.note(line, count) }
    }

    mutating func seeTen(_ digits: Digits, _ line: Int, _ count: Int) {
        ten &+= 1
        guard let day = DanishCivilNumber.day(digits) else { return }
        danishDated.note(line, count)
        days |= 1 << UInt32(day)
        if DanishCivilNumber.isChecked(digits) { danishChecked.note(line, count) }
    }

    mutating func seeShortEleven(_ digits: Digits, _ line: Int, _ count: Int) {
        if NorwegianCivilNumber.hasDate(digits), NorwegianCivilNumber.check(digits) == .both {
            norwegianShort.note(line, count)
        }
    }

    mutating func seeEleven(_ digits: Digits, _ line: Int, _ count: Int) {
        eleven &+= 1
        guard NorwegianCivilNumber.hasDate(digits) else { return }
        norwegianDated.note(line, count)
        let check = NorwegianCivilNumber.check(digits)
        if check == .both { norwegianChecked.note(line, count) }
        if check != .none { norwegianRelaxed.note(line, count) }
    }

    mutating func merge(_ other: NumberTally) {
        nine &+= other.nine
        ten &+= other.ten
        eleven &+= other.eleven
        danishDated += other.danishDated
        danishChecked += other.danishChecked
        nineDated += other.nineDated
        nineChecked += other.nineChecked
        danishHyphenated += other.danishHyphenated
        norwegianDated += other.norwegianDated
        norwegianChecked += other.norwegianChecked
        norwegianRelaxed += other.norwegianRelaxed
        norwegianShort += other.norwegianShort
        days |= other.days
    }

    /// Whether the column holds Danish numbers, and which cells they are. One `ddmmyy-xxxx` with a real date is enough.
    ///
    /// Bare digits are judged by their share, because 7.3 % of random numbers of ten digits are a date (3.65 % with the
    /// day as it is, as many with 60 added) and 0.66 % a date with modulus 11. One of these must hold:
    /// 1. A third of the ten digits have date and modulus 11. Chance does that to 0.66 % of columns with a single such
    ///    number, 2 % of those with three, 6 in 10,000 of those with six, 3 in 10 million of those with ten.
    /// 2. Of twenty or more a third are dates, and these fall on at least twelve different days of the month. Chance
    ///    alone does not get there. Case numbers that begin with a year and seconds since 1970 keep to a few days, and
    ///    production unit numbers (P-numre, 1000000000–1030000000), two in five of which read as a date, to the 10th.
    /// 3. A third of the numbers of nine digits (the zero before them lost) have date and modulus 11. Chance does that
    ///    to 1.1 % of columns with a single such number, 5 in a million of those with twelve.
    /// Under a heading that says so (`cpr`, `personnummer`), one date is enough. What reads as a Danish number and is
    /// none: a time written `ddmmyy-hhmm`.
    func danish(headingSaysSo: Bool) -> Sight? {
        let dates = danishDated.isShare(1, of: 3, in: ten)
        let bare =
            danishChecked.isShare(1, of: 3, in: ten) || (ten >= 20 && dates && days.nonzeroBitCount >= 12)
        let short = nineChecked.isShare(1, of: 3, in: nine)
        if headingSaysSo {
            let all = danishHyphenated + danishDated + nineDated
            if all.cells > 0 { return all }
        }
        guard danishHyphenated.cells > 0 || bare || short else { return nil }
        var found = danishHyphenated
        if bare { found += danishDated }
        if short { found += nineChecked } else if bare { found += nineDated }
        return found
    }

    /// Whether the column holds Norwegian numbers, and which cells they are.
    ///
    /// 22 % of random numbers of eleven digits read as a date (day plain or raised by 40, month plain or raised by 40
    /// or 80), 0.18 % with both control digits as well; of ten digits 0.3 % do with a zero before them. An account
    /// number has the same second control digit by its own rule: 2 % of those have date and both, and of columns with
    /// ten of them 3 in 100,000 reach a third. One of these must hold:
    /// 1. A third of the eleven digits have a date and both control digits.
    /// 2. Of twenty or more three quarters have a date and hold by the rule of 2032. The account numbers of a bank
    ///    whose number reads as day and month do so at 4 in 11; that twenty of them pass happens 5 times in 10,000.
    /// 3. A third of the ten digits have a date and both control digits with a zero before them.
    /// Under a heading that says so (`fødselsnummer`), one date is enough; under `konto` nothing is.
    func norwegian(headingSaysSo: Bool, headingSaysAccount: Bool) -> Sight? {
        if headingSaysSo {
            let all = norwegianDated + norwegianShort
            if all.cells > 0 { return all }
        }
        let full =
            norwegianChecked.isShare(1, of: 3, in: eleven)
            || (eleven >= 20 && norwegianRelaxed.isShare(3, of: 4, in: eleven))
        let short = norwegianShort.isShare(1, of: 3, in: ten)
        guard !headingSaysAccount, full || short else { return nil }
        return full ? norwegianRelaxed + norwegianShort : norwegianShort
    }
}
