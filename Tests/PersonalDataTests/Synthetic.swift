import PersonalData

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers every time.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(Int.random(in: 0...9, using: &self)) }.joined()
    }
}

func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}

/// Made-up numbers that follow the published rules, written from the text of the rules.
struct Synthetic {
    var random: Seeded

    init(seed: UInt64) { random = Seeded(state: seed) }

    /// A day from 1937 to 2036: two digits each of day, month and year, and the year.
    mutating func birth() -> (day: Int, month: Int, year: Int) {
        let year = Int.random(in: 1937...2036, using: &random)
        let month = Int.random(in: 1...12, using: &random)
        let lengths = [31, year % 4 == 0 && year != 1900 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (Int.random(in: 1...lengths[month - 1], using: &random), month, year)
    }

    /// Ten digits; with `checked` the modulus 11 sum is divisible, without it is not.
    mutating func danish(checked: Bool, raised: Bool = false) -> String {
        while true {
            let (day, month, year) = birth()
            let centuries = year < 2000 ? [0, 1, 2, 3, 4, 9] : [4, 9, 5, 6, 7, 8]
            let serial = random.digits(3)
            let digits =
                padded(raised ? day + 60 : day, 2) + padded(month, 2) + padded(year % 100, 2)
                + String(centuries.randomElement(using: &random) ?? 4) + serial
            if (weigh(digits, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0) == checked { return digits }
        }
    }

    /// Eleven digits with both control digits, found as the rule tells: 11 minus what the sum leaves, 10 is not given.
    /// `remainder` is what the first control digit is off by; only from 2032 on it may be 1, 2 or 3.
    mutating func norwegian(dayRaised: Int = 0, monthRaised: Int = 0, remainder: Int = 0) -> String {
        while true {
            let (day, month, year) = birth()
            let individual =
                year < 2000 ? Int.random(in: 0...499, using: &random) : Int.random(in: 500...999, using: &random)
            let nine =
                padded(day + dayRaised, 2) + padded(month + monthRaised, 2) + padded(year % 100, 2)
                + padded(individual, 3)
            let first = (11 - weigh(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11 + remainder) % 11
            guard first < 10 else { continue }
            let ten = nine + String(first)
            let second = (11 - weigh(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
            if second < 10 { return ten + String(second) }
        }
    }
}

func weigh(_ digits: String, _ weights: [Int]) -> Int {
    zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
}

/// Looks at the cells of a column; the first cell stands on line 2.
func scan(_ cells: some Sequence<String>, header: String = "kolonne") -> PersonalScan {
    var scan = PersonalScan(header: header)
    for (index, cell) in cells.enumerated() {
        var cell = cell
        cell.withUTF8 { scan.see($0, line: index + 2) }
    }
    return scan
}

func verdict(_ cells: some Sequence<String>, header: String = "kolonne") -> PersonalVerdict? {
    scan(cells, header: header).verdict
}
