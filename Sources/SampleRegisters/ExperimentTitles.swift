/// What was tried, in which kind of unit, what was hoped for, and the answer where one was found.
struct ExperimentIdea {
    let title: String
    let kind: UnitKind
    let expected: String
    let measured: String

    private init(_ kind: UnitKind, _ title: String, _ expected: String, _ measured: String) {
        self.kind = kind
        self.title = title
        self.expected = expected
        self.measured = measured
    }

    static let all: [ExperimentIdea] = [
        ExperimentIdea(
            .homeCare, "Faste små teams i hjemmeplejen", "Færre forskellige hjælpere",
            "Fra 14 til 9 hjælpere pr. borger"),
        ExperimentIdea(
            .homeCare, "Borgeren lægger selv ugeplanen", "Flere tilfredse borgere", "Tilfredsheden steg 4 point"),
        ExperimentIdea(.homeCare, "Selvplanlagt vagtplan", "Lavere fravær", "Fraværet faldt 0,8 point"),
        ExperimentIdea(.homeCare, "Cykelruter i stedet for bilruter", "Mere tid hos borgeren", "Ingen målbar ændring"),
        ExperimentIdea(.homeCare, "Pårørende med til opstartssamtalen", "Færre klager", "Klagerne blev halveret"),
        ExperimentIdea(.homeCare, "Skærmbesøg om morgenen", "Mere ro i morgentimerne", "18 pct. færre kørte kilometer"),
        ExperimentIdea(
            .homeCare, "Fælles frokost for hjemmeboende", "Mindre ensomhed", "Seks ud af ti føler sig mindre alene"),
        ExperimentIdea(.homeCare, "Nabo ringer på", "Flere frivillige", "41 nye frivillige"),
        ExperimentIdea(.nursingHome, "Musik i demensafsnittet", "Mindre uro", "En tredjedel færre urolige aftener"),
        ExperimentIdea(.nursingHome, "Beboerne dækker selv bord", "Flere aktive beboere", "Ingen målbar ændring"),
        ExperimentIdea(.nursingHome, "Åben café for lokalområdet", "Flere besøg", "120 besøg om måneden"),
        ExperimentIdea(
            .nursingHome, "Unge fritidsjobbere på plejecentret", "Flere søger elevplads", "Syv unge søgte elevplads"),
        ExperimentIdea(.nursingHome, "Køkkenet tilbage på afdelingen", "Bedre ernæring", "Færre vægttab"),
        ExperimentIdea(.nursingHome, "Natlys og bedre søvn", "Færre fald om natten", "Faldene faldt fra 22 til 15"),
        ExperimentIdea(.nursingHome, "Fælles læring på tværs af vagter", "Lavere fravær", "Ingen målbar ændring"),
        ExperimentIdea(.nursingHome, "Besøgshave med børnehaven", "Mindre ensomhed", "Flere fælles formiddage"),
        ExperimentIdea(.residence, "Beboerråd med eget budget", "Mere indflydelse", "Alle seks forslag gennemført"),
        ExperimentIdea(.residence, "Træning i lokal idrætsforening", "Flere medlemskaber", "11 beboere blev medlemmer"),
        ExperimentIdea(.residence, "Frivillig ven til koncert", "Flere oplevelser", "Ingen målbar ændring"),
        ExperimentIdea(.residence, "Ny nattevagtordning", "Lavere fravær", "Fraværet faldt 0,5 point"),
        ExperimentIdea(.training, "Træning i det fri", "Flere gennemfører", "Gennemførelsen steg 9 point"),
        ExperimentIdea(.training, "Genoptræning hjemme med skærm", "Kortere ventetid", "Ventetiden faldt 12 dage"),
        ExperimentIdea(.school, "Udeskole en dag om ugen", "Bedre trivsel", "Trivslen steg i to af tre klasser"),
        ExperimentIdea(.school, "To voksne i danskundervisningen", "Mere ro", "Flere elever oplever ro"),
        ExperimentIdea(.school, "Elevernes mobbepatrulje", "Mindre mobning", "Ingen målbar ændring"),
        ExperimentIdea(.school, "Senere mødetid i udskolingen", "Mindre fravær", "Elevfraværet faldt 0,7 point"),
        ExperimentIdea(.school, "Mobilfri frikvarterer", "Mere leg", "Flere er ude i pauserne"),
        ExperimentIdea(
            .school, "Foreninger i understøttende undervisning", "Flere i forening", "37 børn begyndte i en forening"),
        ExperimentIdea(.school, "Åben skole om aftenen", "Bedre brug af lokaler", "Tre nye brugergrupper"),
        ExperimentIdea(.school, "Værksted med lokale virksomheder", "Flere i fritidsjob", "16 unge fik fritidsjob"),
        ExperimentIdea(.school, "Forældrekaffe før klokken otte", "Mere deltagelse", "Dobbelt så mange til møder"),
        ExperimentIdea(.school, "Klassens egen tid", "Bedre trivsel", "Ingen målbar ændring"),
        ExperimentIdea(.daycare, "Natur hver formiddag", "Mindre sygdom", "Færre sygedage hos børnene"),
        ExperimentIdea(.daycare, "Små grupper hele dagen", "Mere nærvær", "Lavere støj i huset"),
        ExperimentIdea(.daycare, "Bedsteforældre læser højt", "Flere frivillige", "19 faste oplæsere"),
        ExperimentIdea(.daycare, "Forældre med i hverdagen", "Større tilfredshed", "Tilfredsheden steg 5 point"),
        ExperimentIdea(.daycare, "Fælles vikarkorps", "Færre ukendte vikarer", "Ingen målbar ændring"),
        ExperimentIdea(.daycare, "Sprog i garderoben", "Bedre sprog", "Flere børn over grænsen"),
        ExperimentIdea(.library, "Ubemandet aftenåbning", "Flere besøg", "Besøgene steg 14 pct."),
        ExperimentIdea(.library, "Læsegrupper for nye fædre", "Flere fædre deltager", "Fire grupper fortsætter"),
        ExperimentIdea(.library, "Reparationscafé på biblioteket", "Nye fællesskaber", "30 faste deltagere"),
        ExperimentIdea(.library, "Digital hjælp af unge", "Færre uden Digital Post", "Ingen målbar ændring"),
        ExperimentIdea(.sports, "Fri hal for selvorganiserede", "Flere brugte timer", "Brugen steg 8 point"),
        ExperimentIdea(.sports, "Meld fra-knap ved tomme tider", "Færre tomme timer", "Tomme timer faldt 11 point"),
        ExperimentIdea(.sports, "Seniorer om formiddagen", "Flere brugergrupper", "Fem nye hold"),
        ExperimentIdea(.sports, "Nøglekort i stedet for pedel", "Længere åbningstid", "To timer mere om dagen"),
        ExperimentIdea(.sports, "Svømmetid for familier med lav indkomst", "Flere børn deltager", "64 børn begyndte"),
        ExperimentIdea(.culture, "Kulturskole i landsbyerne", "Flere elever", "Ingen målbar ændring"),
        ExperimentIdea(.culture, "Kor på tværs af generationer", "Nye fællesskaber", "Koret fortsætter selv"),
        ExperimentIdea(.culture, "Borgernes egen billedsamling", "Flere bidragydere", "230 billeder fra borgere"),
        ExperimentIdea(.jobCentre, "Småjob hos lokale butikker", "Flere med ordinære timer", "Andelen steg 3 point"),
        ExperimentIdea(.jobCentre, "Én plan; én kontaktperson", "Hurtigere i job", "Forløbet blev 5 uger kortere"),
        ExperimentIdea(
            .jobCentre, "Jobsøgere vælger mødeform", "Færre udeblivelser", "Udeblivelser faldt fra 17 til 11 pct."),
        ExperimentIdea(.jobCentre, "Mentorer fra foreningslivet", "Flere i uddannelse", "Ingen målbar ændring"),
        ExperimentIdea(.jobCentre, "Praktik i aftentimer", "Flere praktikpladser", "22 nye pladser"),
        ExperimentIdea(.jobCentre, "Samtaler på gåben", "Bedre samarbejde", "Flere oplever at blive hørt"),
        ExperimentIdea(.jobCentre, "Unge ansætter unge", "Flere i fritidsjob", "28 unge i job"),
        ExperimentIdea(
            .citizenService, "Breve skrevet om sammen med borgere", "Færre opkald", "Opkaldene faldt 19 pct."),
        ExperimentIdea(.citizenService, "Tidsbestilling om aftenen", "Kortere kø", "Køen faldt til 6 minutter"),
        ExperimentIdea(
            .citizenService, "Rollende borgerservice", "Flere får hjælp nær hjemmet", "Ingen målbar ændring"),
        ExperimentIdea(.technical, "Borgere passer byens bede", "Flere frivillige", "26 bede er i pleje"),
        ExperimentIdea(.technical, "Vilde vejkanter", "Flere arter", "Arterne steg fra 31 til 44"),
        ExperimentIdea(.technical, "Fælles værktøjsskur", "Nye fællesskaber", "Ingen målbar ændring"),
        ExperimentIdea(.technical, "Strøm efter brug i tomme lokaler", "Lavere forbrug", "Forbruget faldt 9 pct."),
        ExperimentIdea(.administration, "Forhåndssamtale før byggesag", "Kortere sagstid", "Sagstiden faldt 16 dage"),
        ExperimentIdea(.administration, "Mødefri onsdage", "Mere ro til opgaver", "Medarbejdere oplever mere ro"),
        ExperimentIdea(.administration, "Afgørelser i \"klart sprog\"", "Færre klager", "Klagerne faldt en fjerdedel"),
        ExperimentIdea(
            .administration, "Netværksmøde i første uge", "Borgeren finder løsningen", "Ni af ti inviterede netværket"),
        ExperimentIdea(
            .administration, "Færre skemaer til enhederne", "Mere tid til kerneopgaven", "Fire skemaer afskaffet"),
        ExperimentIdea(.administration, "Fælles drøftelse af svære sager", "Bedre samarbejde", "Ingen målbar ændring"),
    ]
}
