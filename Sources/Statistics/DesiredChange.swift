/// Which way a figure should move.
public enum DesiredChange: Sendable, Hashable {
    /// Higher is better.
    case increase
    /// Lower is better.
    case decrease
    /// Neither is better; a change is worth knowing, but not good or bad.
    case neither

    /// 1, −1 or 0.
    var sign: Int {
        switch self {
        case .increase: 1
        case .decrease: -1
        case .neither: 0
        }
    }
}
