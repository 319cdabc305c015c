/// The known word closest to a misspelt one, as a suggestion phrase, or nil where none is near.
///
/// Distance is the optimal string alignment distance (insert, delete, substitute, transpose neighbours), ignoring
/// case; a word counts as near within a third of its length, at least one.
public func didYouMean(_ word: String, among known: some Sequence<String>) -> String? {
    nearest(word, among: known).map { "did you mean '\($0)'?" }
}

/// The known word nearest to `word`, or nil; ties go to the first in sorted order.
public func nearest(_ word: String, among known: some Sequence<String>) -> String? {
    let target = Array(word.lowercased())
    let allowed = max(1, target.count / 3)
    return known.sorted()
        .map { (name: $0, distance: editDistance(target, Array($0.lowercased()))) }
        .filter { $0.distance <= allowed }
        .min { $0.distance < $1.distance }?.name
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
        var current = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            current[j] = min(last[j] + 1, current[j - 1] + 1, substitution)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                current[j] = min(current[j], beforeLast[j - 2] + 1)
            }
        }
        (beforeLast, last) = (last, current)
    }
    return last[b.count]
}
