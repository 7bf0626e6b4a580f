internal import Households

/// A partner in words.
struct PartnerText {
  let partner: Partner
  let evidence: Evidence

  var sentence: String {
    let budget = evidence.below("partners").below(partner.name).below("budget")
    let money = partner.totalBudget.map {
      "may spend \(budget.money($0, "total")) \(Figures.prices(partner.priceYear)) "
        + "on all its programmes together"
    }
    return "\(partner.name.escaped) works \(partner.area.words) and \(money ?? "has no budget of its own")."
  }
}
