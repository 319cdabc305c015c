/// A picture of at most 256 colours, a byte a pixel: the number of its colour.
///
/// Drawings have few colours and many shades where edges meet paper. A picture of up to 256 is kept exactly. Of more,
/// low bits are left out until the shades form 256 groups, and each group takes its commonest colour: surfaces and
/// letters keep theirs, and only shades along edges move, by no more than a person sees.
package struct IndexedPixels {
    /// Red, green and blue of each colour.
    package private(set) var palette: [UInt8] = []
    package private(set) var indexes: [UInt8]

    /// `pixels` are 32 bits each (blue, green, red, unused), `stride` pixels from row to row.
    package init(_ pixels: UnsafePointer<UInt32>, width: Int, height: Int, stride: Int) {
        indexes = []
        var ignored: UInt32 = 0
        var found = ColourRuns(pixels, width: width, height: height, stride: stride, ignoring: ignored)
        while found == nil {
            // More shades than are told apart: not seen in a chart, but no drawing may fail.
            ignored = ignored << 1 | 0x0001_0101
            found = ColourRuns(pixels, width: width, height: height, stride: stride, ignoring: ignored)
        }
        guard let found else { return }
        let numbers = reduce(found.colours, found.counts)
        indexes = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            var place = buffer.baseAddress!
            for run in found.runs {
                place.update(repeating: numbers[Int(run.colour)], count: Int(run.length))
                place += Int(run.length)
            }
            count = width * height
        }
    }

    /// Fills the palette and gives each colour its number in it.
    private mutating func reduce(_ colours: [UInt32], _ counts: [Int]) -> [UInt8] {
        var groups = [UInt32](colours)
        var ignored: UInt32 = 0
        while colours.count > 256, ignored < 0x007f_7f7f {
            ignored = ignored << 1 | 0x0001_0101
            groups = colours.map { $0 & ~ignored }
            if Set(groups).count <= 256 { break }
        }
        var numbers: [UInt32: UInt8] = [:]
        var chosen: [Int] = []
        var result: [UInt8] = []
        result.reserveCapacity(colours.count)
        for (index, group) in groups.enumerated() {
            if let number = numbers[group] {
                if counts[index] > counts[chosen[Int(number)]] { chosen[Int(number)] = index }
                result.append(number)
            } else {
                numbers[group] = UInt8(chosen.count)
                result.append(UInt8(chosen.count))
                chosen.append(index)
            }
        }
        for index in chosen {
            let colour = colours[index]
            palette += [UInt8(colour >> 16 & 255), UInt8(colour >> 8 & 255), UInt8(colour & 255)]
        }
        return result
    }
}

/// The pixels of a picture as stretches of one colour, in reading order, and its colours in the order they appear.
private struct ColourRuns {
    struct Run {
        var colour: UInt16
        var length: Int32
    }

    private static let bits = 14
    private(set) var runs: [Run] = []
    private(set) var colours: [UInt32] = []
    private(set) var counts: [Int] = []

    /// Nil where there are more colours than half the table holds.
    init?(_ pixels: UnsafePointer<UInt32>, width: Int, height: Int, stride: Int, ignoring ignored: UInt32) {
        runs.reserveCapacity(1 << 15)
        let size = 1 << Self.bits
        let kept = 0x00ff_ffff & ~ignored
        let pairKept = UInt64(kept) << 32 | UInt64(kept)
        var table = [UInt16](repeating: .max, count: size)
        var last = pixels[0] & kept
        var length = 0
        for row in 0..<height {
            let line = pixels + row * stride
            var column = 0
            while column < width {
                let start = column
                let pair = UInt64(last) << 32 | UInt64(last)
                while column + 1 < width, Self.pair(line + column) & pairKept == pair { column += 2 }
                while column < width, line[column] & kept == last { column += 1 }
                length += column - start
                guard column < width else { break }
                guard end(last, length, &table) else { return nil }
                (last, length) = (line[column] & kept, 0)
            }
        }
        guard end(last, length, &table) else { return nil }
    }

    /// Two neighbours at once.
    private static func pair(_ pixels: UnsafePointer<UInt32>) -> UInt64 {
        UnsafeRawPointer(pixels).loadUnaligned(as: UInt64.self)
    }

    /// Notes a stretch; false where its colour finds no room.
    private mutating func end(_ colour: UInt32, _ length: Int, _ table: inout [UInt16]) -> Bool {
        var slot = Int(colour &* 0x9e37_79b1) >> (32 - Self.bits) & (table.count - 1)
        while table[slot] != .max, colours[Int(table[slot])] != colour { slot = (slot + 1) & (table.count - 1) }
        if table[slot] == .max {
            guard colours.count < table.count / 2 else { return false }
            table[slot] = UInt16(colours.count)
            colours.append(colour)
            counts.append(0)
        }
        counts[Int(table[slot])] += length
        runs.append(Run(colour: table[slot], length: Int32(length)))
        return true
    }
}
