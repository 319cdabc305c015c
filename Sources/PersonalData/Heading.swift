/// What the heading of a column lets one expect. Compared by whole words, so `Mobilitet` is no telephone and
/// `skolenavn` no person.
struct Heading: Sendable {
    enum NameHint: Sendable {
        /// Nothing said.
        case none
        /// `navn`, `name`: of anything.
        case anything
        /// `medarbejder`, `elev`: of a person, or a group of them.
        case person
        /// `fornavn`, `efternavn`: part of a person's name and nothing else.
        case part
    }

    var civilNumber = false
    var telephone = false
    var account = false
    /// A company's number (CVR, organisasjonsnummer), written in groups as telephone numbers are.
    var company = false
    var name = NameHint.none

    init(_ header: String) {
        let lowered = header.lowercased()
        var words = lowered.split { !$0.isLetter }.map(String.init)
        words.append(words.joined())
        for word in words {
            if civilNumberWords.contains(word) { civilNumber = true }
            if telephoneWords.contains(word) { telephone = true }
            if accountWords.contains(word) { account = true }
            if companyWords.contains(word) { company = true }
        }
        if words.contains(where: namePartWords.contains) {
            name = .part
        } else if words.contains(where: personWords.contains) {
            name = .person
        } else if words.contains(where: nameWords.contains) {
            name = .anything
        }
    }
}

private let civilNumberWords: Set<String> = [
    "cpr", "cprnr", "cprnummer", "personnummer", "personnr", "fødselsnummer", "foedselsnummer", "fodselsnummer",
    "fødselsnr", "fnr", "dnummer",
]
private let telephoneWords: Set<String> = [
    "telefon", "telefonnr", "telefonnummer", "tlf", "tlfnr", "mobil", "mobilnr", "mobilnummer", "mobiltelefon",
    "mobiltlf", "phone", "phonenumber", "telephone", "mobile", "fastnet",
]
private let accountWords: Set<String> = [
    "konto", "kontonr", "kontonummer", "bankkonto", "bankkontonummer", "account", "accountnumber", "bban",
]
private let companyWords: Set<String> = [
    "cvr", "cvrnr", "cvrnummer", "orgnr", "organisasjonsnummer", "organisationsnummer", "orgnummer", "ean", "pnummer",
]
private let namePartWords: Set<String> = [
    "fornavn", "fornavne", "efternavn", "efternavne", "etternavn", "mellemnavn", "mellomnavn", "slektsnavn",
    "firstname", "lastname", "surname", "givenname", "familyname", "forename", "middlename",
]
private let personWords: Set<String> = [
    "medarbejder", "medarbejdernavn", "medarbeider", "medarbeidernavn", "ansat", "ansatt", "elev", "elevnavn", "borger",
    "borgernavn", "innbygger", "sagsbehandler", "saksbehandler", "kontaktperson", "personnavn", "fuldtnavn",
    "fuldenavn", "fulltnavn", "fullname", "leder", "ledernavn", "lærer", "lærernavn", "patient", "pasient", "bruger",
    "bruker", "klient", "barn", "barnetsnavn", "forælder", "foresatt", "pårørende", "employee", "employeename",
    "pupil", "student", "citizen", "person", "deltager", "deltaker",
]
private let nameWords: Set<String> = ["navn", "navne", "navnet", "name", "names", "namn"]
