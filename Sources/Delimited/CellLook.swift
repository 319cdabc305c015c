/// What a cell looks like at a glance: enough to tell names from data.
enum CellLook {
    /// Nothing, or only marks such as `-` and `..`.
    case empty
    /// A year from 1900 to 2100, alone or with a month (`2019.04`): as often the name of a column as a value.
    case year
    /// Digits with signs of a number around them: `1.234,5`, `-3`, `12 %`, `$5.00`.
    case number
    /// A day or a time of day: `2024-01-31`, `28/01/2018`, `1.2.2024`, `08:15`.
    case date
    /// Anything else.
    case text

    init(_ cell: [UInt8]) {
        var groups: [Int] = []
        var isYear = false, hasColon = false, hasDash = false, hasPoint = false
        var value = 0, inDigits = false
        let endGroup = { if inDigits, groups.last == 4, (1900...2100).contains(value) { isYear = true } }
        for byte in cell {
            if isDigit(byte) {
                if inDigits { groups[groups.count - 1] += 1 } else { groups.append(1) }
                value = (inDigits ? min(value, 1_000_000) * 10 : 0) + Int(byte & 15)
                inDigits = true
                continue
            }
            endGroup()
            inDigits = false
            switch byte {
            case UInt8(ascii: ":"): hasColon = true
            case UInt8(ascii: "-"), UInt8(ascii: "/"): hasDash = hasDash || !groups.isEmpty
            case UInt8(ascii: "."): hasPoint = true
            case _ where Self.standsByNumbers(byte): break
            default:
                self = .text
                return
            }
        }
        endGroup()
        let isDay = groups.count == 3 && (hasDash || hasPoint) && (isYear || groups == [2, 2, 2])
        if groups.isEmpty {
            self = .empty
        } else if hasColon || isDay {
            self = .date
        } else if hasDash {
            self = .text
        } else {
            let isAlone = groups.count == 1 || (groups.count == 2 && hasPoint && groups.contains(2))
            self = isYear && isAlone && groups.reduce(0, +) <= 6 ? .year : .number
        }
    }

    /// Signs of numbers and currencies, and the bytes of no-break spaces, `€` and `£`.
    private static func standsByNumbers(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "'"), UInt8(ascii: "%"), UInt8(ascii: "$"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), space, tab:
            true
        case 0xC2, 0xE2, 0x80, 0x82, 0xA0, 0xA3, 0xAC, 0xAF: true
        default: false
        }
    }
}

extension Sample {
    /// What most of the cells of each column look like in the rows from `first` on, `width` columns wide: nine in ten
    /// of those that hold anything; nil where they differ, or none does. A column of numbers may hold years.
    func looks(from first: Int, width: Int) -> [CellLook?] {
        var counts = [[CellLook: Int]](repeating: [:], count: width)
        for record in records.dropFirst(first).prefix(60) where record.count > width / 2 {
            for (column, cell) in record.cells.prefix(width).enumerated() {
                let look = CellLook(cell)
                if look != .empty { counts[column][look, default: 0] += 1 }
            }
        }
        return counts.map { count in
            let all = count.values.reduce(0, +)
            if let (look, times) = count.max(by: { $0.value < $1.value }), times * 10 >= all * 9 { return look }
            return (count[.number, default: 0] + count[.year, default: 0]) * 10 >= all * 9 && all > 0 ? .number : nil
        }
    }
}
