internal import Households

/// Whom a programme enrols, in words.
struct TargetingRules {
  let programme: Programme
  /// Its partner, where the scenario says more of it than its name.
  let partner: Partner?
  let evidence: Evidence

  /// `to at most 250 households a quarter in Kasur whose score is at most 40 points, the poorest first`.
  func phrase(in area: Area) -> String {
    let clauses = conditions
    let who = clauses.isEmpty ? "" : " " + Words.listed(clauses)
    return "to \(number) \(area.words)\(who)\(exceptions), \(order)"
  }

  /// What there is to say of how scores are measured and members choose; empty where there is nothing.
  var remarks: [String] { [scores, choice].compactMap(\.self) }

  private var targeting: Targeting { programme.targeting }

  private var target: Evidence { evidence.below("target") }

  private var number: String {
    guard let capacity = programme.capacityPerQuarter else {
      return programme.totalBudget == nil && programme.quarterlyBudget == nil && partner?.totalBudget == nil
        ? "all households" : "as many households as its money reaches"
    }
    return evidence.mark("at most \(Words.counted(capacity, "household", "households")) a quarter", "capacity")
  }

  private var conditions: [String] {
    [
      targeting.scoreAtMost.map { "whose score is at most \(target.mark(Figures.points($0), "score_at_most"))" },
      targeting.bands.map { bands in
        "whose score is in the \(bands.count == 1 ? "band" : "bands") "
          + Words.listed(bands.map { "“\(Words.plain($0.rawValue))”" }, last: "or")
      },
      targeting.communityShare.map {
        "who are among the poorest \(target.share($0, "community_ranking")) of their settlement "
          + "as its people rank each other"
      },
      targeting.femaleHead.map { $0 ? "who have a female head" : "who have a male head" },
      targeting.minority.map { $0 ? "who belong to a minority" : "who belong to no minority" },
      targeting.selfSelection ? "who apply by themselves" : nil,
      isForMembers ? "who are members of an active community organisation" : nil,
      targeting.afterShock ? "whom a severe event or illness has struck in that quarter" : nil,
      programme.after.isEmpty ? nil : "who have completed \(Words.listed(programme.after.map(\.escaped)))",
      targeting.lotteryShare.map { "whom a lottery for \(target.share($0, "lottery")) of them admits" },
    ].compactMap(\.self)
  }

  private var isForMembers: Bool { targeting.membersOnly || targeting.membersChoose }

  private var exceptions: String {
    guard !targeting.excludedHouseholds.isEmpty else { return "" }
    let numbers = Words.listed(targeting.excludedHouseholds.map(String.init))
    return ", except the \(targeting.excludedHouseholds.count == 1 ? "household" : "households") numbered \(numbers)"
  }

  private var order: String {
    switch targeting.order {
    case .poorestFirst: target.mark("the poorest first", "order")
    case .random: "in random order"
    }
  }

  private var usesScores: Bool {
    targeting.scoreAtMost != nil || targeting.bands != nil
      || (targeting.order == .poorestFirst && targeting.communityShare == nil)
  }

  private var scores: String? {
    if let survey = targeting.survey {
      return "scores are those of the poverty survey of \(survey.escaped); "
        + "households that it has not visited are not eligible"
    }
    guard usesScores else { return nil }
    return "scores are measured by a scorecard whose error has a standard deviation of "
      + target.mark(Figures.points(targeting.scoreErrorPoints), "score_error")
  }

  private var choice: String? {
    targeting.membersChoose ? "each organisation chooses one part of the package for its members" : nil
  }
}
