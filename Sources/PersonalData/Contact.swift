/// E-mail addresses and telephone numbers of a column.
@usableFromInline
struct ContactTally: Sendable {
    var emails = Sight()
    /// Cells looked at that are not digits alone, and cells of eight or of twelve digits.
    var cells = 0, eights = 0, twelves = 0
    /// Leaves no doubt: `+45`, `0045 ` and the like with eight digits, or digits behind a word such as `tlf`.
    var telephones = Sight()
    /// `12 34 56 78` and `123 45 678`.
    var grouped = Sight()
    /// Eight bare digits, or ten that begin with 45 or 47, under a heading that says telephone.
    var expected = Sight()
    /// Twelve bare digits that begin with 0045 or 0047.
    var twelve = Sight()

    @usableFromInline init() {}

    mutating func merge(_ other: ContactTally) {
        emails += other.emails
        cells &+= other.cells
        eights &+= other.eights
        twelves &+= other.twelves
        telephones += other.telephones
        grouped += other.grouped
        expected += other.expected
        twelve += other.twelve
    }

    /// One number with its country code is enough, and so is one behind a word such as `tlf`. Eight digits in groups
    /// without either must be a third of the cells with so many digits, and the heading must not say that they are a
    /// company's: a CVR number is written `12 34 56 78` too. Bare digits count under a heading that says telephone
    /// (CVR numbers and dates have eight as well) where they are a third of the numbers of that length. Twelve bare
    /// digits that begin 0045 or 0047 must be a third of the twelve.
    func telephone(_ heading: Heading) -> Sight? {
        var found = telephones
        if heading.telephone {
            found += grouped
            if expected.isShare(1, of: 3, in: eights) { found += expected }
        } else if !heading.company, grouped.isShare(1, of: 3, in: cells) {
            found += grouped
        }
        if twelve.isShare(1, of: 3, in: twelves) { found += twelve }
        return found.cells > 0 ? found : nil
    }

    mutating func seeDigits(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int, _ count: Int, expected wanted: Bool) {
        if cell.count == 12 {
            twelves &+= 1
            if isCountryCode(cell, 2), cell[0] == 0x30, cell[1] == 0x30, isSubscriber(cell[4]) {
                twelve.note(line, count)
            }
        } else if wanted, cell.count == 8 || cell.count == 10 {
            eights &+= 1
            let first = cell.count == 8 ? 0 : 2
            if (first == 0 || isCountryCode(cell, 0)) && isSubscriber(cell[first]) { expected.note(line, count) }
        }
    }
}

/// Whether an e-mail address stands anywhere in the cell: a local part, one `@`, and a domain with a point whose last
/// label is at least two letters (RFC 5322 in the form people write it; letters outside ASCII are allowed).
func hasAddress(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.indices.contains { at in
        guard cell[at] == UInt8(ascii: "@"), at > 0 else { return false }
        let before = cell[at - 1]
        guard isAddressByte(before) || before == UInt8(ascii: "_"), before != UInt8(ascii: ".") else { return false }
        let domain = cell[(at + 1)...].prefix(while: isAddressByte)
        let labels = domain.split(separator: UInt8(ascii: "."))
        // A point that ends the sentence belongs to no label; two in a row are no domain.
        guard labels.count >= 2, domain.first != UInt8(ascii: "."), let last = labels.last else { return false }
        return last.count >= 2 && last.allSatisfy { isLetter($0) || $0 >= 0x80 }
    }
}

/// What both sides of the `@` are made of.
private func isAddressByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
}
