import Glibc

/// Numbers for the paths of a site. A link is made a path and found by its bytes, without making a text of each.
struct PathTable {
    private var numbers: [UInt64: Int32] = [:]
    /// By number.
    private(set) var paths: [String] = []
    private var room: [UInt8] = []

    /// The number of a path, which gets one where it has none.
    mutating func number(of path: String) -> Int32 {
        room.removeAll(keepingCapacity: true)
        room.append(contentsOf: path.utf8)
        return numberOfRoom()
    }

    /// The number of the path that a link leads to: without what follows `?` or `#`, `.` and `..` followed, `%` read.
    /// - Parameters:
    ///   - link: not empty; from the site's root where it begins with `/`.
    ///   - page: the path of the page it stands on.
    ///   - allowsFolder: whether a folder stands for the `index.html` in it, as servers have it and folders on a disk
    ///     do not.
    mutating func number(of link: UnsafeBufferPointer<UInt8>, on page: String, allowsFolder: Bool) -> Int32 {
        room.removeAll(keepingCapacity: true)
        let slash = UInt8(ascii: "/")
        if link.first != slash {
            room.append(contentsOf: page.utf8)
            room.removeSubrange(((room.lastIndex(of: slash) ?? -1) + 1)...)
        }
        var place = 0
        while place <= link.count {
            let start = place
            while place < link.count, link[place] != slash { place += 1 }
            append(UnsafeBufferPointer(rebasing: link[start..<place]), isLast: place == link.count)
            place += 1
        }
        if allowsFolder, room.isEmpty || room.last == slash { room.append(contentsOf: "index.html".utf8) }
        return numberOfRoom()
    }

    /// Puts a folder's or the file's name after what is there.
    private mutating func append(_ name: UnsafeBufferPointer<UInt8>, isLast: Bool) {
        let slash = UInt8(ascii: "/"), dot = UInt8(ascii: ".")
        if name.isEmpty || (name.count == 1 && name[0] == dot) { return }
        if name.count == 2, name[0] == dot, name[1] == dot {
            if room.isEmpty || room.suffix(3).elementsEqual([dot, dot, slash]) {
                room.append(contentsOf: [dot, dot, slash])
            } else {
                room.removeLast()
                room.removeSubrange(((room.lastIndex(of: slash) ?? -1) + 1)...)
            }
            return
        }
        var place = 0
        while place < name.count {
            if name[place] == UInt8(ascii: "%"), place + 2 < name.count, let high = digit(name[place + 1]),
                let low = digit(name[place + 2])
            {
                room.append(high << 4 | low)
                place += 3
            } else {
                room.append(name[place])
                place += 1
            }
        }
        if !isLast { room.append(slash) }
    }

    private mutating func numberOfRoom() -> Int32 {
        let key = room.withUnsafeBufferPointer { hash($0) }
        if let known = numbers[key] { return known }
        let number = Int32(paths.count)
        numbers[key] = number
        paths.append(String(decoding: room, as: UTF8.self))
        return number
    }
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo): two of a million names agree once in 37 million sites.
func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var result: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { result = (result ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return result
}

private func digit(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): letter - UInt8(ascii: "A") + 10
    default: nil
    }
}
