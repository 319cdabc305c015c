import Assessment
import Vocabulary

/// The status of a figure in the letters of the European statistical system (code list `OBS_FLAG`), so that programs
/// that read other statistics can read these: `c` confidential, `m` missing, `z` not applicable; `b` the first after a
/// break, `p` provisional. A figure may have one of the first three, then `b`, then `p`; most have none.
enum Status {
    static let letters = ["b", "c", "m", "p", "z"]
    static let pattern = "[cmz]?b?p?"

    static func letters(_ point: AssessedPoint) -> String {
        let first =
            switch point.state {
            case .shown: ""
            case .hidden: "c"
            case .missing, .awaiting: "m"
            case .notApplicable: "z"
            }
        return first + (point.followsBreak ? "b" : "") + (point.isProvisional ? "p" : "")
    }
}
