import Households
import Notation

/// Looks at the money of one programme: whether it pays for one household, for one unit of work, and for more than a few.
struct BudgetCheck {
  let programme: Programme
  let record: CheckedRecord
  let grounds: ReachGrounds

  private var scenario: Scenario { grounds.scenario }

  /// A budget that pays for fewer households than this is asked after its unit.
  private static let few = 10.0
  /// That is so where those that it is for are so many times as many.
  private static let many = 1000.0

  /// A limit of money: PKR of the programme's price year, where it stands, and what it is called.
  private struct Limit {
    let money: Double
    let words: String
    let site: Site
    let path: String
    var isQuarterly = false
  }

  var doubts: [ReachDoubt] { limits.compactMap(doubt) + works }

  /// What is found of another budget that the programme may get; nil where nothing is.
  func doubt(ofBudget money: Double, at site: Site, _ path: String) -> ReachDoubt? {
    doubt(Limit(money: money, words: "this budget", site: site, path: path))
  }

  private var limits: [Limit] {
    func limit(_ money: Double?, _ words: String, _ key: String, isQuarterly: Bool) -> Limit? {
      guard let money, let budget = record["budget"]?.record, let value = budget[key] else { return nil }
      return Limit(money: money, words: words, site: value.site, path: budget.path(of: key), isQuarterly: isQuarterly)
    }
    return [
      limit(programme.totalBudget, "the whole budget", "total", isQuarterly: false),
      limit(programme.quarterlyBudget, "the money of a quarter", "quarterly", isQuarterly: true), purse,
    ].compactMap(\.self)
  }

  /// The money of the partner, in prices of the programme.
  private var purse: Limit? {
    let prices = scenario.parameters.prices
    guard let partner = grounds.partner(of: programme), let budget = grounds.budget(ofPartner: partner.name),
      let value = budget["total"], let money = partner.totalBudget,
      let stated = prices.deflator(of: partner.priceYear), let own = prices.deflator(of: programme.priceYear)
    else { return nil }
    return Limit(
      money: money / stated * own, words: "the whole budget of its partner", site: value.site,
      path: budget.path(of: "total"))
  }

  // MARK: - Households

  private func doubt(_ limit: Limit) -> ReachDoubt? {
    if limit.money == 0 { return found(limit, .reachesNobody(reason: "\(limit.words) is 0"), isWhole: true) }
    let mayLeaveOut = scenario.coordination == .registry || scenario.coordination == .joint
    guard let cost = programme.leastCost(mayLeaveOut: mayLeaveOut) else { return nil }
    let need = limit.isQuarterly ? cost.quarter : cost.total
    guard need > 0 else { return nil }
    let part = programme.package.count > 1 ? "the least of the package" : "the package"
    if need > limit.money {
      let reason = """
        \(part) costs PKR \(readable(need)) for one household, more than \(limit.words) of PKR \(readable(limit.money))\
        \(question(limit.money, need: need))
        """
      return found(limit, .reachesNobody(reason: reason), isWhole: true)
    }
    let weight = grounds.sample(of: programme).leastWeight
    if need * weight > limit.money {
      let reason = """
        each simulated household stands for \(readable(weight)), for which \(part) costs PKR \(readable(need * weight)), \
        more than \(limit.words) of PKR \(readable(limit.money)); simulate more households
        """
      return found(limit, .reachesNobody(reason: reason), isWhole: true)
    }
    return limit.isQuarterly ? nil : scarce(limit, need: need)
  }

  /// A budget that pays for a few of thousands: probably its unit is forgotten.
  private func scarce(_ limit: Limit, need: Double) -> ReachDoubt? {
    let quarters = Double(programme.enrolment(in: scenario)?.count ?? 0)
    let wanted = min(grounds.sample(of: programme).households, (programme.capacityPerQuarter ?? .infinity) * quarters)
    let paid = (limit.money / need).rounded(.down)
    guard paid < Self.few, wanted >= Self.many * paid else { return nil }
    let problem = Problem.paysForFew(
      households: readable(paid), of: readable(wanted), question: question(limit.money, need: need))
    return found(limit, problem, isWhole: false)
  }

  /// Asks whether a unit was forgotten that would make the money reach for some households.
  private func question(_ money: Double, need: Double) -> String {
    for (factor, unit) in [(1e3, "thousand"), (1e6, "million")] where money * factor >= Self.few * need {
      return "; was \(readable(money)) \(unit) (\(underscored(money * factor))) meant?"
    }
    return ""
  }

  private func found(_ limit: Limit, _ problem: Problem, isWhole: Bool) -> ReachDoubt {
    ReachDoubt(problem: problem, site: limit.site, path: limit.path, isWhole: isWhole && !programme.package.isEmpty)
  }

  // MARK: - Work for places

  private var works: [ReachDoubt] {
    let entries = record.packageEntries.filter { CommunitySchema.contains($0.kind) }
    return zip(programme.community, entries).compactMap { intervention, entry in
      let cost = intervention.leastCost
      guard let limit = limits.first(where: { $0.money > 0 && $0.money < cost }) else { return nil }
      let reason = """
        it costs PKR \(readable(cost)) at least, more than \(limit.words) of PKR \(readable(limit.money))\
        \(question(limit.money, need: cost))
        """
      return ReachDoubt(reason, at: entry.site, entry.record.path, isWhole: false)
    }
  }
}

/// A number as a person reads it.
func readable(_ number: Double) -> String { ReadableNumber.plain(number) }

/// A whole number as scenario files write it: `100_000_000`.
private func underscored(_ number: Double) -> String { readable(number.rounded()).replacing(",", with: "_") }
