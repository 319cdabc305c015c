/// Division to the nearest whole number, half away from zero.
func rounded(_ numerator: Int, over denominator: Int) -> Int {
    precondition(denominator > 0)
    let doubled = 2 * abs(numerator) + denominator
    let size = doubled / (2 * denominator)
    return numerator < 0 ? -size : size
}

/// A scaled whole number with a decimal comma and no grouping: `comma(12345, decimals: 2)` is `123,45`.
func comma(_ scaled: Int, decimals: Int) -> String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let size = abs(scaled)
    let sign = scaled < 0 ? "-" : ""
    guard decimals > 0 else { return "\(scaled)" }
    return "\(sign)\(size / scale),\(padded(size % scale, to: decimals))"
}

func padded(_ number: Int, to length: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
}

/// A level for each year, in millionths where it is a share; between the middles of two years it moves evenly.
struct YearlyLevel {
    let first: Int
    let values: [Int]

    init(from first: Int = 2018, _ values: [Int]) {
        self.first = first
        self.values = values
    }

    subscript(year: Int) -> Int {
        values[min(max(year - first, 0), values.count - 1)]
    }

    subscript(month: Month) -> Int {
        let halfMonths = 2 * month.number - 13
        let neighbour = halfMonths < 0 ? month.year - 1 : month.year + 1
        let here = self[month.year]
        return here + rounded((self[neighbour] - here) * abs(halfMonths), over: 24)
    }
}
