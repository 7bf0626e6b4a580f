internal import Households
internal import Scenarios

/// A programme in words: who does what where, when, for whom and with what money.
struct ProgrammeText {
  private let programme: Programme
  private let partner: Partner?
  private let quarters: ClosedRange<Int>
  private let area: Area
  private let evidence: Evidence
  private let offered: [Thing]
  private let provided: [Thing]

  /// What a programme gives or does: what it is, and on which terms.
  private struct Thing {
    let label: String
    let phrase: String
    let terms: String

    /// Both in sentences, the first of which may have begun.
    func text(after lead: String = "") -> String {
      Words.sentence(lead + phrase) + (terms.isEmpty ? "" : " " + terms)
    }
  }

  init(_ programme: Programme, of loaded: LoadedScenario) {
    self.programme = programme
    partner = loaded.scenario.partners.first { $0.name == programme.partner }
    let start = loaded.scenario.start.ordinal
    quarters = start...(start + loaded.scenario.quarters - 1)
    area = loaded.scenario.area(of: programme)
    evidence = Evidence(loaded).below("programmes").below(programme.name)
    offered = PackageItem.all(of: programme, evidence).map {
      Thing(label: $0.label, phrase: $0.phrase, terms: $0.terms)
    }
    provided = PlaceItem.all(of: programme, evidence).map { Thing(label: $0.label, phrase: $0.phrase, terms: $0.terms) }
  }

  var markdown: String { Markdown.blocks([absence, work, offer, money]) }

  /// The names of the items of its package, as scenario files know them.
  var itemLabels: [String] { (offered + provided).map(\.label) }

  /// What an item of its package is, by its label, after words with which the sentence begins; nil where there is none.
  func text(ofItem label: String, after lead: String) -> String? {
    (offered + provided).first { $0.label == label }?.text(after: lead)
  }

  private var runs: Bool { quarters.overlaps(programme.from.ordinal...programme.until.ordinal) }

  private var absence: String { runs ? "" : "The programme does not run in this scenario: its time lies outside." }

  private var period: String {
    let isCut = runs && programme.until.ordinal > quarters.upperBound
    return Words.capitalised(Period.words(programme.from, programme.until))
      + (isCut ? " (cut by the end of the scenario)" : "")
  }

  /// What is done for places; one thing stands in the sentence, several in a list.
  private var work: String {
    let lead = "\(period) \(area.words), \(programme.partner.escaped) provides"
    switch provided.count {
    case 0: return ""
    case 1: return provided[0].text(after: lead + " ")
    default: return "\(lead):\n\n" + Markdown.list(provided.map { $0.text() })
    }
  }

  /// What households are offered; one thing stands in the sentence, several in a list.
  private var offer: String {
    let rules = TargetingRules(programme: programme, partner: partner, evidence: evidence)
    let whom = (offered.count == 1 ? "it is offered " : "the package is offered ") + rules.phrase(in: area)
    let audience = ([whom] + rules.remarks).map(Words.sentence).joined(separator: " ")
    let lead = "\(period), \(programme.partner.escaped) offers"
    switch offered.count {
    case 0: return ""
    case 1: return "\(lead) \(offered[0].phrase). \(audience) \(offered[0].terms)"
    default: return Markdown.blocks(["\(lead):", Markdown.list(offered.map { $0.text() }), audience])
    }
  }

  private var money: String {
    let budget = evidence.below("budget")
    let limits = [
      programme.totalBudget.map { budget.mark("\(Figures.money($0)) in all", "total") },
      programme.quarterlyBudget.map { budget.money($0, "quarterly", per: "quarter") },
    ].compactMap(\.self)
    let prices = Figures.prices(programme.priceYear)
    let purse = partner?.totalBudget == nil ? "" : " beside that of \(programme.partner.escaped)"
    let spending =
      limits.isEmpty
      ? "the programme has no budget of its own\(purse); its amounts are \(prices)"
      : "the programme may spend \(Words.listed(limits)); its amounts are \(prices)"
    return ([spending] + [loans].compactMap(\.self)).map(Words.sentence).joined(separator: " ")
  }

  private var loans: String? {
    guard programme.package.contains(where: { if case .softLoan = $0.kind { true } else { false } }) else { return nil }
    return programme.isRevolving ? "repaid loans are lent again" : "repaid loans are not lent again"
  }
}
