import Charts

/// Writes path data in tenths of a point in its shortest plain form: level and upright pieces by one coordinate, a
/// line that goes straight on as one, `M10 10H60V40H10z`.
///
/// As Cairo does, places are first rounded to 1/256 of a point, and a line that goes on in the same direction or a
/// point that is met twice is left out: SVG, PNG and PDF show the same geometry.
struct PathWriter: PathTarget {
    private struct Place: Equatable {
        var x: Int
        var y: Int
    }

    private var data: [UInt8] = []
    /// Where the last written piece ended, in tenths.
    private var written = Place(x: 0, y: 0)
    /// Where the current outline began, and whether that is written.
    private var start = Place(x: 0, y: 0)
    private var isStarted = false
    /// The last place, and the one before it, in 1/256; a line to the last is not written yet.
    private var last = Place(x: 0, y: 0)
    private var before = Place(x: 0, y: 0)
    private var hasLine = false
    private var command = UInt8(ascii: "M")

    init() { data.reserveCapacity(4096) }

    /// Forgets what was written and begins a new path.
    mutating func begin() {
        data.removeAll(keepingCapacity: true)
        (isStarted, hasLine) = (false, false)
        command = UInt8(ascii: "M")
    }

    mutating func move(to point: ScenePoint) {
        flush()
        start = Self.place(point)
        last = start
        isStarted = false
    }

    mutating func line(to point: ScenePoint) {
        let next = Self.place(point)
        if hasLine {
            if next == last { return }
            if goesStraightOn(next) {
                last = next
                return
            }
            flush()
        }
        (before, last, hasLine) = (last, next, true)
    }

    mutating func close() {
        if hasLine, isStarted, last == start { hasLine = false }
        flush()
        guard isStarted else { return }
        data.append(UInt8(ascii: "z"))
        command = UInt8(ascii: "z")
        written = Self.tenths(start)
        (last, isStarted) = (start, false)
    }

    /// What was written since the beginning.
    mutating func finished() -> [UInt8] {
        flush()
        return data
    }

    private func goesStraightOn(_ next: Place) -> Bool {
        let (dx, dy) = (last.x - before.x, last.y - before.y)
        let (nextX, nextY) = (next.x - last.x, next.y - last.y)
        if dx == 0, dy == 0 { return true }
        return dx * nextY == dy * nextX && dx * nextX + dy * nextY > 0
    }

    private mutating func flush() {
        guard hasLine else { return }
        hasLine = false
        if !isStarted {
            isStarted = true
            written = Self.tenths(start)
            data.append(UInt8(ascii: "M"))
            command = UInt8(ascii: "M")
            data.appendTenths(written.x)
            data.append(UInt8(ascii: " "))
            data.appendTenths(written.y)
        }
        let to = Self.tenths(last)
        if to == written {
            data.append(UInt8(ascii: "h"))
            data.append(UInt8(ascii: "0"))
            command = UInt8(ascii: "h")
        } else if to.y == written.y {
            piece(UInt8(ascii: "H"), to.x)
        } else if to.x == written.x {
            piece(UInt8(ascii: "V"), to.y)
        } else {
            // After a move, further pairs are lines without a letter.
            let isNamed = command == UInt8(ascii: "M") || command == UInt8(ascii: "L")
            piece(isNamed ? UInt8(ascii: " ") : UInt8(ascii: "L"), to.x)
            data.append(UInt8(ascii: " "))
            data.appendTenths(to.y)
        }
        written = to
    }

    private mutating func piece(_ letter: UInt8, _ tenths: Int) {
        data.append(letter)
        if letter != UInt8(ascii: " ") { command = letter }
        data.appendTenths(tenths)
    }

    private static func place(_ point: ScenePoint) -> Place {
        Place(
            x: Int((point.x * 256).rounded(.toNearestOrEven)), y: Int((point.y * 256).rounded(.toNearestOrEven)))
    }

    /// Half away from zero.
    private static func tenths(_ place: Place) -> Place {
        func tenth(_ part: Int) -> Int { part < 0 ? -((-part * 20 + 256) / 512) : (part * 20 + 256) / 512 }
        return Place(x: tenth(place.x), y: tenth(place.y))
    }
}

extension [UInt8] {
    /// A number of tenths in its shortest form: `5`, `.5`, `-12.3`.
    mutating func appendTenths(_ tenths: Int) {
        if tenths < 0 { append(UInt8(ascii: "-")) }
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        if whole > 0 || rest == 0 { appendDigits(whole) }
        if rest > 0 {
            append(UInt8(ascii: "."))
            append(UInt8(ascii: "0") + UInt8(rest))
        }
    }

    private mutating func appendDigits(_ number: UInt) {
        if number >= 10 { appendDigits(number / 10) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
